// Walks the fields of an entry.
#include "redact/entry_words.h"

#include <algorithm>
#include <variant>
#include <vector>

namespace milepost {

TextRange words_of(const Record& record) {
  TextRange own{record.span.begin, record.span.end};
  const auto reach = [&](Span span) {
    if (!span.is_place() || span.file != record.span.file || span.size() == 0) return;
    own.begin = std::min(own.begin, span.begin);
    own.end = std::max(own.end, span.end);
  };
  reach(record.id_span);
  reach(record.title_span);
  std::vector<const std::vector<FieldValue>*> open{&record.fields};
  while (!open.empty()) {
    const std::vector<FieldValue>* level = open.back();
    open.pop_back();
    for (const FieldValue& field : *level) {
      reach(field.key);
      for (const Value& value : field.values) {
        reach(value.span);
        if (const auto* object = std::get_if<Object>(&value.data)) open.push_back(&object->fields);
      }
    }
  }
  for (const UnknownField& unknown : record.unknown) {
    reach(unknown.key_span);
    reach(unknown.span);
  }
  return own;
}

}  // namespace milepost
