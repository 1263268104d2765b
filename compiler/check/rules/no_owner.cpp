// MP304: open work or an open risk has no owner.
#include <algorithm>

#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    304,
    "no-owner",
    Severity::warning,
    "open work or an open risk has no owner",
    "{0} has no owner",
    R"(What nobody owns nobody does. Every open task, milestone, dependency, risk, issue, action, decision to make and blocker
needs one accountable person; of several owners the first is accountable.

An escalation without an owner is held by who raised it.

Add `owner:` with a key of `people:`, a full name, a role or a team.)",
    R"(=== risks.yaml
risks:
- {id: R-1, title: Data loss at cut-over, likelihood: low, impact: high, mitigation: Dry run, next_review: 2026-06-05}
)",
    R"(=== risks.yaml
risks:
- {id: R-1, title: Data loss at cut-over, likelihood: low, impact: high, mitigation: Dry run, next_review: 2026-06-05, owner: Asha}
escalations:
- {id: E-1, title: One more engineer, raised: 2026-05-28, by: Asha, to: [Bob], options: [{name: Lend one}], decision_needed_by: 2026-06-03}
)"};

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const KindId escalation = kinds.find_kind("escalation");
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const Record& r = context.program.record(record);
    const Kind& kind = kinds.kind(r.kind);
    // A kind that does not ask for one (an escalation, a change request) has others who answer.
    const FieldId owner = kinds.field_of(r.kind, Role::owner);
    const bool asked = std::find(kind.asks.begin(), kind.asks.end(), owner) != kind.asks.end();
    if (!kind.hygiene || !asked || context.is_closed(record)) continue;
    if (!context.program.parties[i].owners.empty()) continue;
    const FieldId raised_by = kinds.field_of(r.kind, Role::raised_by);
    if (kinds.is(r.kind, escalation) && raised_by != kNoField && r.find(raised_by) != nullptr)
      continue;
    context.find(info, {record}, {RecordArgument{i}}, r.span,
                 "add `owner:` and the name of who is accountable");
  }
}

}  // namespace

const Rule no_owner_rule = {&info, run};

}  // namespace milepost
