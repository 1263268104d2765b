// Conditions, dates of templates, and words that hide what is hidden.
#include "analyze/gate_words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "calendar/when.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

bool says_yes(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kYes = {"yes", "true", "y", "on", "x", "1"};
  return std::any_of(kYes.begin(), kYes.end(),
                     [&](std::string_view word) { return iequals(trim(text), word); });
}

// True if the record says so of itself under this one name.
bool is_true_of(const Program& program, const Record& record, std::string_view name) {
  const Kinds& kinds = program.kinds();
  const std::string wanted = normalize_label(name);
  if (wanted.empty()) return true;
  for (const UnknownField& field : record.unknown) {
    if (normalize_label(field.key) == wanted) return says_yes(field.text);
  }
  for (const FieldValue& field : record.fields) {
    const Field& definition = kinds.field(field.field);
    if (definition.name == "traits") {
      if (std::any_of(field.values.begin(), field.values.end(),
                      [&](const Value& v) { return normalize_label(v.text) == wanted; })) {
        return true;
      }
    } else if (normalize_label(definition.name) == wanted && !field.values.empty()) {
      const bool* flag = std::get_if<bool>(&field.values.front().data);
      return flag != nullptr ? *flag : says_yes(field.values.front().text);
    }
  }
  return false;
}

// The next part of `text` before ` word `; takes it off.
std::string_view next_part(std::string_view& text, std::string_view word) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!istarts_with(text.substr(at), word)) continue;
    const std::string_view part = text.substr(0, at);
    text.remove_prefix(at + word.size());
    return trim(part);
  }
  const std::string_view part = trim(text);
  text = {};
  return part;
}

// What `start` means in a launch: when it begins, else when work does.
const Value* start_of(const Program& program, const Record& record) {
  const Kinds& kinds = program.kinds();
  const FieldId launch = kinds.field_of(record.kind, Role::launch);
  const Value* plan = launch == kNoField ? nullptr : record.value(launch);
  const Object* object = plan == nullptr ? nullptr : std::get_if<Object>(&plan->data);
  if (object == nullptr) return nullptr;
  for (const FieldValue& field : object->fields) {
    if (kinds.field(field.field).name == "start" && !field.values.empty()) {
      return &field.values.front();
    }
  }
  return nullptr;
}

}  // namespace

bool condition_holds(const Program& program, RecordIndex index, std::string_view condition) {
  const Record& record = program.record(index);
  condition = trim(condition);
  if (condition.empty()) return true;
  while (!condition.empty()) {
    std::string_view all = next_part(condition, " or ");
    bool holds = true;
    while (!all.empty()) {
      std::string_view one = next_part(all, " and ");
      const bool inverted = istarts_with(one, "not ");
      if (inverted) one = trim(one.substr(4));
      holds &= is_true_of(program, record, one) != inverted;
    }
    if (holds) return true;
  }
  return false;
}

std::optional<Date> template_day(const Program& program, const Analysis& analysis,
                                 RecordIndex index, std::optional<Date> target,
                                 std::string_view due) {
  if (due.empty()) return {};
  const WorkingTime& time = analysis.time_of(index);
  const WhenParse parse = parse_when(due, program.set.settings.dates, time.duration_context());
  if (!parse.value) return {};
  const When& when = *parse.value;
  std::optional<Date> day;
  if (when.anchor == WhenAnchor::date) {
    day = time.as_due(when.date);
  } else {
    const std::string word = normalize_label(when.reference);
    if (word == "target" || word == "target date" || word == "due" || word == "release" ||
        word == "release date") {
      day = target;
    } else if (word == "start" || word == "launch" || word == "launch start" || word == "go live") {
      const Value* start = start_of(program, program.record(index));
      if (start != nullptr) day = analysis.day(*start);
      if (!day) day = analysis.of(index).start;
      if (!day) day = target;
    } else if (const RecordIndex other = program.find(when.reference); other != kNoRecord) {
      const RecordFacts& facts = analysis.of(other);
      day = facts.due ? facts.due : facts.promised ? facts.promised : facts.needed_by;
    }
  }
  if (day && when.shift) day = time.shift(*day, *when.shift);
  return day;
}

}  // namespace milepost
