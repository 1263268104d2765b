// MP385: what was signed has changed since.
#include <string>

#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    385,
    "sign-off-stale",
    Severity::warning,
    "something that was signed has changed since",
    "{0}: the sign-off of {1} is stale, {2}",
    R"(A sign-off is for what was there on that day. It says so itself: under `covers:` stand the fields that were signed, each
with its value and a hash of it. When one of them says something else now, nobody has agreed to that, and the sign-off is open again. What
counts is the value, not how it is written: another order of keys, other quotes, a reformatted table or a renamed file change nothing.

Show whoever signed what has changed and let them sign again (`milepost sign`), or take the change back. `sign_offs: {covers: …}` in
program.yaml says which fields a sign-off covers if it does not say so itself.)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Checkout 1.0
  owner: Priya Nair
  target: 2026-06-26
  signoffs:
  - {role: security, by: Priya Nair, on: 2026-05-20, decision: go,
     covers: {REL-1.target: {hash: "6ad521090b277191640960c8b806a7eb", value: 2026-06-22}}}
)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Checkout 1.0
  owner: Priya Nair
  target: 22 June 2026
  signoffs:
  - {role: security, by: Priya Nair, on: 2026-05-20, decision: go,
     covers: {REL-1.target: {hash: "6ad521090b277191640960c8b806a7eb", value: 2026-06-22}}}
)"};

// Values of fields that are a word or a day; prose is told on the page of the release.
bool is_short(const CheckContext& context, const CoveredField& covered) {
  constexpr size_t kMost = 40;
  if (!covered.was_kept || covered.was.size() > kMost || covered.now.size() > kMost) return false;
  const Kinds& kinds = context.program.kinds();
  const FieldId id = kinds.find_field(context.program.record(covered.record).kind, covered.field);
  if (id == kNoField) return false;
  const Field& field = kinds.field(id);
  return field.visibility.empty() && field.type != ValueType::text &&
         field.type != ValueType::markdown && field.type != ValueType::object;
}

std::string shown(const std::string& value) {
  return value.empty() ? "nothing" : value;
}

std::string change_of(const CheckContext& context, const CoveredField& covered) {
  std::string words = "`" + covered.field + "` ";
  if (is_short(context, covered)) {
    return words + "was " + shown(covered.was) + " and is " + shown(covered.now);
  }
  if (covered.added.empty() && covered.removed.empty()) return words + "has changed";
  words += "has ";
  if (!covered.added.empty()) words += std::to_string(covered.added.size()) + " more";
  if (!covered.added.empty() && !covered.removed.empty()) words += " and ";
  if (!covered.removed.empty()) words += std::to_string(covered.removed.size()) + " less";
  return words;
}

void run(CheckContext& context) {
  for (const Readiness& release : context.analysis.readiness) {
    if (context.is_closed(release.record)) continue;
    for (const SignOff& sign_off : release.sign_offs) {
      if (sign_off.state != SignOffState::stale) continue;
      std::vector<RecordIndex> subjects = {release.record};
      std::string changes;
      Span place = sign_off.place;
      for (const CoveredField& covered : sign_off.covers) {
        if (!covered.changed) continue;
        if (changes.empty()) place = covered.place;
        changes += (changes.empty() ? "" : "; ") + change_of(context, covered);
        if (covered.record != release.record) subjects.push_back(covered.record);
      }
      context.find(info, subjects,
                   {RecordArgument{static_cast<uint32_t>(release.record)}, sign_off.role_label,
                    std::move(changes)},
                   place,
                   "let them sign again: `milepost sign " + context.id_of(release.record) +
                       " --role " + sign_off.role + " --as …`");
    }
  }
}

}  // namespace

const Rule sign_off_stale_rule = {&info, run};

}  // namespace milepost
