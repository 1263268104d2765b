// Looks fields up in a record.
#include "shape/record.h"

namespace milepost {

const FieldValue* Record::find(FieldId field) const {
  for (const FieldValue& value : fields) {
    if (value.field == field) return &value;
  }
  return nullptr;
}

const Value* Record::value(FieldId field) const {
  const FieldValue* found = find(field);
  return found == nullptr || found->values.empty() ? nullptr : &found->values.front();
}

}  // namespace milepost
