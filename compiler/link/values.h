// All values of a record in order, those inside objects included.
#pragma once

#include <cstdint>
#include <variant>
#include <vector>

#include "shape/record.h"
#include "shape/value.h"

namespace milepost {

/// Calls f(outer, field, value) for every value in the order written; `outer` is the one of
/// `fields` that holds it, `field` the one it is directly of. Objects come before what they hold.
template <typename F>
void for_each_value(const std::vector<FieldValue>& fields, F&& f) {
  struct Depth {
    const std::vector<FieldValue>* fields;
    std::size_t field = 0, value = 0;
  };
  std::vector<Depth> open{{&fields}};
  while (!open.empty()) {
    Depth& level = open.back();
    if (level.field == level.fields->size()) {
      open.pop_back();
      continue;
    }
    const FieldValue& field = (*level.fields)[level.field];
    if (level.value == field.values.size()) {
      ++level.field;
      level.value = 0;
      continue;
    }
    const Value& value = field.values[level.value++];
    const Depth& bottom = open.front();
    const bool top = open.size() == 1;
    f(top ? field.field : (*bottom.fields)[bottom.field].field, field.field, value);
    if (const Object* object = std::get_if<Object>(&value.data)) open.push_back({&object->fields});
  }
}

template <typename F>
void for_each_value(const Record& record, F&& f) {
  for_each_value(record.fields, f);
}

/// The same of what the check items of the body say.
template <typename F>
void for_each_item_value(const Record& record, F&& f) {
  for (const CheckItem& item : record.checks) {
    if (!item.attributes.empty()) for_each_value(item.attributes, f);
  }
}

}  // namespace milepost
