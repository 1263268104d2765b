// MP366: an escalation needed an answer and has none.
#include <string>

#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    366,
    "escalation-overdue",
    Severity::warning,
    "the day by which an escalation needed an answer is over, and nobody has answered",
    "{0} needed an answer by {1}, {2} ago, and there is none from {3}",
    R"(The options get fewer while an escalation waits; often the one that was recommended is gone by now.

Get the answer, and write `resolution:` or the decision that `decides:` it; or agree on another day, with options that still hold.)",
    R"(=== escalations.yaml
escalations:
- {id: E-1, title: One engineer for five days, severity: high, raised: 2026-05-18, by: Dana, to: [Bob],
   options: [{name: Lend an engineer}, {name: Pilot later}], recommendation: Lend an engineer, decision_needed_by: 2026-05-26}
)",
    R"(=== escalations.yaml
escalations:
- {id: E-1, title: One engineer for five days, severity: high, raised: 2026-05-18, by: Dana, to: [Bob],
   options: [{name: Lend an engineer}, {name: Pilot later}], recommendation: Lend an engineer, decision_needed_by: 2026-06-03}
)"};

std::string asked(const CheckContext& context, RecordIndex index) {
  const FieldId field =
      context.program.kinds().field_of(context.program.record(index).kind, Role::escalated_to);
  std::string names;
  for (const FieldParty& one : context.program.parties[static_cast<size_t>(index)].others) {
    if (one.field != field) continue;
    if (!names.empty()) names += ", ";
    names += one.party.person != kNoPerson ? context.program.person(one.party.person).name
                                           : std::string(one.party.text);
  }
  return names.empty() ? "nobody" : names;
}

void run(CheckContext& context) {
  const KindId escalation = context.program.kinds().find_kind("escalation");
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex index{i};
    const RecordFacts& facts = context.analysis.of(index);
    if (!facts.decision_needed_by || *facts.decision_needed_by >= context.analysis.as_of) continue;
    const KindId kind = context.program.record(index).kind;
    if (escalation == kNoKind || !context.program.kinds().is(kind, escalation)) continue;
    if (context.is_closed(index)) continue;
    const int64_t late =
        context.analysis.time_of(index).between(*facts.decision_needed_by, context.analysis.as_of);
    context.find(
        info, {index},
        {RecordArgument{i}, *facts.decision_needed_by, DaysArgument{late}, asked(context, index)},
        context.place_of(index, Role::decision_needed_by),
        "get the answer and write `resolution:`, or agree on another day");
  }
}

}  // namespace

const Rule escalation_overdue_rule = {&info, run};

}  // namespace milepost
