// Walks the objects and check items of records that are judged.
#include "analyze/item_days.h"

#include <variant>
#include <vector>

namespace milepost {
namespace {

bool is_date(const Value& value) {
  return std::holds_alternative<DateField>(value.data) ||
         std::holds_alternative<DateTime>(value.data) || std::holds_alternative<When>(value.data);
}

bool is_judged(const Kinds& kinds, KindId kind) {
  for (const Role role : {Role::acceptance, Role::gates, Role::signoffs}) {
    if (kinds.field_of(kind, role) != kNoField) return true;
  }
  return false;
}

}  // namespace

void read_item_days(const Program& program, DateResolver& dates, Analysis& analysis) {
  std::vector<const std::vector<FieldValue>*> open;
  for (uint32_t i = 0; i < program.set.records.size(); ++i) {
    const Record& record = program.set.records[i];
    if (!is_judged(program.kinds(), record.kind)) continue;
    for (const FieldValue& field : record.fields) {
      for (const Value& value : field.values) {
        if (const Object* object = std::get_if<Object>(&value.data)) {
          open.push_back(&object->fields);
        }
      }
    }
    for (const CheckItem& item : record.checks) {
      if (!item.attributes.empty()) open.push_back(&item.attributes);
    }
    while (!open.empty()) {
      const std::vector<FieldValue>* fields = open.back();
      open.pop_back();
      for (const FieldValue& field : *fields) {
        for (const Value& value : field.values) {
          if (const Object* object = std::get_if<Object>(&value.data)) {
            open.push_back(&object->fields);
          } else if (is_date(value)) {
            const auto day = dates.resolve(RecordIndex{i}, value, DateSense::ends);
            if (day) analysis.days.emplace(&value, *day);
          }
        }
      }
    }
  }
}

}  // namespace milepost
