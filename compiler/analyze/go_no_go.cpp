// Reads decision, votes and conditions.
#include "analyze/go_no_go.h"

#include <array>
#include <string_view>
#include <utility>

#include "text/words.h"

namespace milepost {
namespace {

// A mark before a condition that says whether it is met.
GoNoGo::Condition condition_of(std::string text, Span place) {
  static constexpr std::array<std::string_view, 6> kMet = {"[x]", "[X]", "✅", "☑", "✔", "✓"};
  GoNoGo::Condition condition{std::move(text), false, place};
  for (const std::string_view mark : kMet) {
    if (condition.text.starts_with(mark)) {
      condition.met = true;
      condition.text.erase(0, mark.size());
    }
  }
  for (const std::string_view mark : {std::string_view("[ ]"), std::string_view("☐")}) {
    if (condition.text.starts_with(mark)) condition.text.erase(0, mark.size());
  }
  condition.text = std::string(trim_spaces(condition.text));
  return condition;
}

ReadyVerdict decision_of(const Kinds& kinds, const FieldId field, const Value& value) {
  if (const Choice* choice = std::get_if<Choice>(&value.data)) {
    const std::string& name = kinds.field(field).choices[choice->index].name;
    if (name == "go") return ReadyVerdict::go;
    if (name == "conditional_go") return ReadyVerdict::conditional_go;
    if (name == "no_go") return ReadyVerdict::no_go;
  }
  return verdict_of_word(value.text);
}

}  // namespace

void read_go_no_go(const NamedValues& values, Readiness& readiness, const WorkingTime& time) {
  const RecordIndex record = readiness.record;
  const Kinds& kinds = values.program().kinds();
  GoNoGo& said = readiness.said;
  if (const Value* decision = values.first(record, "decision")) {
    said.decision = decision_of(
        kinds, kinds.find_field(values.program().record(record).kind, "decision"), *decision);
    said.place = decision->span;
  }
  said.on = values.day(values.first(record, "decided"), time, readiness.target);
  for (const Value& value : values.all(record, "attendees")) {
    GoNoGo::Vote vote;
    NamedParty who = values.party(values.part(value, "name"));
    vote.by = who.person;
    vote.name = std::move(who.text);
    vote.role = values.words(values.part(value, "role"));
    vote.vote = values.words(values.part(value, "vote"));
    vote.said = verdict_of_word(vote.vote);
    if (vote.by != kNoPerson || !vote.name.empty()) said.votes.push_back(std::move(vote));
  }
  for (const Value& value : values.all(record, "conditions")) {
    GoNoGo::Condition condition = condition_of(values.words(&value), value.span);
    if (!condition.text.empty()) said.conditions.push_back(std::move(condition));
  }
  said.reason = values.words(values.first(record, "reason"));
  if (const Value* minutes = values.first(record, "minutes")) {
    said.minutes_of = values.record(minutes);
    const bool hidden =
        values.program().record_of(*minutes) != kNoRecord && said.minutes_of == kNoRecord;
    if (!hidden) said.minutes = values.words(minutes);
  }
}

}  // namespace milepost
