// Hashes what a record means.
#include "analyze/meaning.h"

#include <algorithm>
#include <string>

#include "analyze/canonical.h"

namespace milepost {
namespace {

// FNV-1a: the same everywhere. A hash that two texts share hides one change of one record.
uint64_t hash_of(std::string_view text) {
  uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  return hash;
}

bool is_typed(const Kinds& kinds, const FieldValue& field) {
  switch (kinds.field(field.field).type) {
    case ValueType::date:
    case ValueType::datetime:
    case ValueType::duration:
    case ValueType::estimate:
    case ValueType::effort:
    case ValueType::level:
    case ValueType::health:
    case ValueType::percent:
    case ValueType::number:
    case ValueType::boolean:
    case ValueType::choice:
      break;
    case ValueType::status:
      return std::ranges::all_of(field.values, [](const Value& value) {
        const auto* word = std::get_if<StatusWord>(&value.data);
        return word != nullptr && word->status != kNoStatus;
      });
    default:
      return false;
  }
  // A value that could not be read is words.
  return std::ranges::none_of(field.values, [](const Value& value) {
    return value.unreadable || std::holds_alternative<std::monostate>(value.data);
  });
}

}  // namespace

uint64_t part_named(std::string_view name) {
  return hash_of(name);
}

std::vector<MeaningPart> meaning_of(const RecordSet& set, const Record& record) {
  std::vector<MeaningPart> parts;
  const auto add = [&](std::string_view name, std::string_view text) {
    if (!text.empty()) parts.push_back({hash_of(name), hash_of(text), false, {}});
  };
  add("title", canonical_words(record.title));
  for (const FieldValue& field : record.fields) {
    const std::string text = unlinked_value(set, record, field).text;
    if (text.empty()) continue;
    const Field& definition = set.kinds->field(field.field);
    parts.push_back({hash_of(definition.name), hash_of(text), is_typed(*set.kinds, field),
                     definition.visibility});
  }
  for (const UnknownField& field : record.unknown) {
    add(std::string("?") + std::string(field.key), canonical_words(field.text));
  }
  if (record.body.slice.count > 0 && record.body.tape < set.tapes.size()) {
    add("?body", canonical_words(plain_text(set.tapes[record.body.tape], record.body.slice)));
  }
  std::string checks;
  for (const CheckItem& check : record.checks) {
    checks += check.checked ? '+' : '-';
    checks += canonical_words(check.text);
    checks += '\n';
  }
  add("?checks", checks);
  std::ranges::stable_sort(parts, {}, &MeaningPart::name);
  const auto same = [](const MeaningPart& a, const MeaningPart& b) { return a.name == b.name; };
  parts.erase(std::unique(parts.begin(), parts.end(), same), parts.end());
  return parts;
}

std::string_view label_of(const RecordSet& set, const Record& record) {
  if (!record.visibility.empty()) return record.visibility;
  const Kind& kind = set.kinds->kind(record.kind);
  const FieldId field = set.kinds->field_of(record.kind, Role::status);
  const Value* value = field == kNoField ? nullptr : record.value(field);
  const auto* word = value == nullptr ? nullptr : std::get_if<StatusWord>(&value->data);
  StatusId status = word == nullptr ? kNoStatus : word->status;
  if (value == nullptr && !kind.statuses.empty()) status = StatusId{0};
  if (static_cast<size_t>(status) < kind.statuses.size() &&
      kind.statuses[static_cast<size_t>(status)].restricted) {
    return "restricted";
  }
  return kind.visibility.empty() ? std::string_view("internal") : kind.visibility;
}

}  // namespace milepost
