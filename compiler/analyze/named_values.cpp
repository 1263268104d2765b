// Looks values up by name and reads what they say.
#include "analyze/named_values.h"

#include <algorithm>
#include <array>
#include <utility>
#include <variant>

#include "calendar/working_time.h"
#include "calendar/zone.h"
#include "text/words.h"

namespace milepost {
namespace {

const std::vector<Value> kNothing;

// The words of the first block of a slice; `shown` says whether a region's label may be seen.
template <typename Shown>
std::string first_words(const Tape& tape, TapeSlice slice, const Shown& shown) {
  const uint32_t end = slice.first + slice.count;
  for (uint32_t i = slice.first; i < end && i < tape.nodes.size();) {
    const TapeNode& node = tape.nodes[i];
    if (node.kind == NodeKind::region && !shown(tape.text_of(node))) {
      i += node.size;
      continue;
    }
    // Into what only holds other blocks.
    const bool holds = node.kind == NodeKind::document || node.kind == NodeKind::region ||
                       node.kind == NodeKind::list || node.kind == NodeKind::item ||
                       node.kind == NodeKind::block_quote;
    if (holds) {
      ++i;
      continue;
    }
    std::string words = normalize_spaces(plain_text(tape, TapeSlice{i, node.size}));
    // A slice may be inlines alone: then it is one block.
    const bool inline_node = node.kind >= NodeKind::text;
    if (inline_node) {
      return normalize_spaces(plain_text(tape, TapeSlice{i, end - i}));
    }
    if (!words.empty()) return words;
    i += node.size;
  }
  return {};
}

bool starts_with_word(std::string_view text, std::string_view word) {
  return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == ' ');
}

}  // namespace

const std::vector<Value>& NamedValues::all(RecordIndex record, std::string_view field) const {
  const Record& r = program_.record(record);
  const FieldId id = program_.kinds().find_field(r.kind, field);
  if (id == kNoField) return kNothing;
  if (!mask_.shows(program_.label_of(id))) return kNothing;
  const FieldValue* found = r.find(id);
  return found == nullptr ? kNothing : found->values;
}

const Value* NamedValues::first(RecordIndex record, std::string_view field) const {
  const std::vector<Value>& values = all(record, field);
  return values.empty() ? nullptr : &values.front();
}

const std::vector<Value>& NamedValues::parts(const Value& object, std::string_view name) const {
  const Object* fields = std::get_if<Object>(&object.data);
  if (fields == nullptr) return kNothing;
  for (const FieldValue& field : fields->fields) {
    if (program_.kinds().field(field.field).name == name) return field.values;
  }
  return kNothing;
}

const Value* NamedValues::part(const Value& object, std::string_view name) const {
  const std::vector<Value>& values = parts(object, name);
  return values.empty() ? nullptr : &values.front();
}

bool NamedValues::names_hidden(const MarkdownText& text) const {
  if (mask_.records.empty() || text.tape >= program_.references.size()) return false;
  for (const TapeReference& reference : program_.references[text.tape]) {
    if (reference.node < text.slice.first) continue;
    if (reference.node >= text.slice.first + text.slice.count) break;
    const RecordIndex to = reference.target.record();
    if (to != kNoRecord && !mask_.shows(to)) return true;
  }
  return false;
}

std::string NamedValues::words(const Value* value) const {
  if (value == nullptr) return {};
  if (const MarkdownText* text = std::get_if<MarkdownText>(&value->data)) {
    if (names_hidden(*text)) return {};
    const Tape& tape = program_.set.tapes[text->tape];
    return first_words(tape, text->slice,
                       [&](std::string_view label) { return mask_.shows(program_.label(label)); });
  }
  return normalize_spaces(strip_emphasis(value->text));
}

std::vector<std::string> NamedValues::words(const std::vector<Value>& values) const {
  std::vector<std::string> all;
  for (const Value& value : values) {
    std::string text = words(&value);
    if (!text.empty()) all.push_back(std::move(text));
  }
  return all;
}

NamedParty NamedValues::party(const Value* value) const {
  NamedParty named;
  if (value == nullptr) return named;
  named.text = normalize_spaces(value->text);
  const auto found = program_.party_of.find(value);
  if (found == program_.party_of.end()) return named;
  named.person = found->second.person;
  if (found->second.kind == Party::Kind::team) named.team = TeamIndex{found->second.index};
  return named;
}

RecordIndex NamedValues::record(const Value* value) const {
  if (value == nullptr) return kNoRecord;
  const RecordIndex found = program_.record_of(*value);
  return found != kNoRecord && mask_.shows(found) ? found : kNoRecord;
}

std::optional<Date> NamedValues::day_within(const Value* value, const WorkingTime& time,
                                            std::optional<Date> target, int depth) const {
  // Dates that count from each other in a circle (reported) end here.
  if (value == nullptr || depth > 8) return {};
  if (const DateField* date = std::get_if<DateField>(&value->data)) return time.as_due(date->date);
  if (const DateTime* moment = std::get_if<DateTime>(&value->data)) {
    return date_in(*moment, Zone::find(program_.set.settings.timezone).value_or(Zone()));
  }
  const When* when = std::get_if<When>(&value->data);
  if (when == nullptr) return {};
  std::optional<Date> from;
  if (when->anchor == WhenAnchor::date) {
    from = time.as_due(when->date);
  } else {
    const std::string word = normalize_label(when->reference);
    if (word == "target" || word == "start" || word == "launch") {
      from = target;
    } else if (const auto anchor = program_.when_anchor.find(value);
               anchor != program_.when_anchor.end() && anchor->second.date != nullptr &&
               mask_.shows(anchor->second.record)) {
      from = day_within(anchor->second.date, time, {}, depth + 1);
    }
  }
  if (!from || !when->shift) return from;
  return time.shift(*from, *when->shift);
}

ReadyVerdict verdict_of_word(std::string_view text) {
  static constexpr std::array kNo = {"no",       "nogo",    "reject",  "rejected", "refused",
                                     "declined", "hold",    "blocked", "fail",     "failed",
                                     "not go",   "against", "veto",    "denied",   "not approved"};
  static constexpr std::array kYes = {"go",         "yes",  "approve", "approved", "signed",
                                      "ok",         "okay", "accept",  "accepted", "agreed",
                                      "signed off", "pass", "passed",  "done",     "ready"};
  const std::string word = normalize_label(text);
  if (word.empty()) {
    if (text.find("✅") != std::string_view::npos || text.find("👍") != std::string_view::npos) {
      return ReadyVerdict::go;
    }
    const bool red =
        text.find("❌") != std::string_view::npos || text.find("👎") != std::string_view::npos;
    return red ? ReadyVerdict::no_go : ReadyVerdict::none;
  }
  if (starts_with_word(word, "conditional") || starts_with_word(word, "conditionally")) {
    return ReadyVerdict::conditional_go;
  }
  for (const std::string_view no : kNo) {
    if (starts_with_word(word, no)) return ReadyVerdict::no_go;
  }
  for (const std::string_view yes : kYes) {
    if (!starts_with_word(word, yes)) continue;
    // `Go with condition`, `approved if the audit passes`
    const std::string_view rest = std::string_view(word).substr(yes.size());
    const bool conditional = rest.find(" condition") != std::string_view::npos ||
                             rest.starts_with(" if ") || rest.starts_with(" once ") ||
                             rest.starts_with(" provided ");
    return conditional ? ReadyVerdict::conditional_go : ReadyVerdict::go;
  }
  return ReadyVerdict::none;
}

}  // namespace milepost
