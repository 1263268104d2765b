// MP370: a change was approved without everybody who has to agree.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    370,
    "change-without-approval",
    Severity::warning,
    "a change was approved without everybody who has to agree",
    "{0} is approved, but {1} of {2} required approvals is missing: {3}",
    R"(Who has to agree to a change of each type is said in `change_control:` of program.yaml; without it a scope change needs product,
tech_lead and tpm, a technical one tech_lead and principal_engineer, one of the timeline, resources or cost tpm and sponsor, as far as `roles:` has them.
An approval by somebody who does not hold the role does not count for it, and one that was refused is none.

Ask for the approval and write it down (`approvals: [{role: sponsor, by: bob, on: 2026-05-22}]`), or take the status back to `in_review`.)",
    R"(=== program.yaml
program: Example
start: 2026-01-05
roles: {tpm: dana, sponsor: bob}
people: {dana: Dana, bob: Bob}
=== changes.yaml
changes:
- {id: CR-1, title: Pilot later, type: timeline, status: approved, impact: {deliverables: no change, dependencies: no change, cost: EUR 0}, approvals: [{role: tpm, by: dana, on: 2026-05-21}]}
)",
    R"(=== program.yaml
program: Example
start: 2026-01-05
roles: {tpm: dana, sponsor: bob}
people: {dana: Dana, bob: Bob}
=== changes.yaml
changes:
- {id: CR-1, title: Pilot later, type: timeline, status: approved, impact: {deliverables: no change, dependencies: no change, cost: EUR 0}, approvals: [{role: tpm, by: dana, on: 2026-05-21}, {role: sponsor, by: bob, on: 2026-05-22}]}
)"};

void run(CheckContext& context) {
  for (const ChangeControl& change : context.analysis.changes) {
    if (!change.approved) continue;
    int64_t required = 0;
    int64_t missing = 0;
    std::string who;
    for (const ChangeApproval& one : change.approvals) {
      if (!one.required) continue;
      ++required;
      if (one.state == ApprovalState::agreed && !one.not_held) continue;
      ++missing;
      if (!who.empty()) who += ", ";
      who += one.role;
    }
    if (missing == 0) continue;
    context.find(info, {change.record},
                 {RecordArgument{static_cast<uint32_t>(change.record)}, missing, required, who},
                 context.place_of(change.record, Role::status),
                 "write the approval down, or take the status back");
  }
}

}  // namespace

const Rule change_without_approval_rule = {&info, run};

}  // namespace milepost
