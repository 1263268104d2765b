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

bool in_word(std::string_view text, std::size_t at) {
  return at < text.size() && (is_ascii_alnum(text[at]) || text[at] == '-' || text[at] == '_');
}

// Every `words` in the text that is no part of a longer word.
void hide_words(std::string& text, std::string_view words) {
  static constexpr std::string_view kInstead = "an internal item";
  if (words.empty()) return;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at)) {
    const bool part = (in_word(words, 0) && at > 0 && in_word(text, at - 1)) ||
                      (in_word(words, words.size() - 1) && in_word(text, at + words.size()));
    if (part) {
      ++at;
      continue;
    }
    text.replace(at, words.size(), kInstead);
    at += kInstead.size();
  }
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

std::string visible_words(const Program& program, const CheckItem& item, std::string_view written,
                          const ReadinessMask& mask) {
  std::string text(written);
  if (mask.records.empty() || item.tape >= program.references.size()) return text;
  const Tape& tape = program.set.tapes[item.tape];
  const uint32_t end = item.node + tape.nodes[item.node].size;
  const std::vector<TapeReference>& references = program.references[item.tape];
  auto reference =
      std::lower_bound(references.begin(), references.end(), item.node,
                       [](const TapeReference& r, uint32_t node) { return r.node < node; });
  for (; reference != references.end() && reference->node < end; ++reference) {
    const RecordIndex record = reference->target.record();
    if (record == kNoRecord || mask.shows(record)) continue;
    const TapeNode& node = tape.nodes[reference->node];
    const std::string words =
        reference->length > 0
            ? std::string(tape.text_of(node).substr(reference->offset, reference->length))
            : normalize_spaces(plain_text(tape, {reference->node, node.size}));
    hide_words(text, words);
  }
  return text;
}

}  // namespace milepost
