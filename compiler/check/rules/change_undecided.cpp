// MP373: a change request was to be answered by a day that has passed.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    373,
    "change-undecided",
    Severity::warning,
    "a change request was to be answered by a day that has passed",
    "{0} was to be answered by {1}, {2} ago, and waits for {3}",
    R"(Until a change is answered nobody knows which plan holds. `needed_by:` says when the answer is needed; the missing
approvals say from whom.

Get the answer, or give the request another day.)",
    R"(=== changes.yaml
changes:
- {id: CR-1, title: Pilot later, type: timeline, status: in_review, needed_by: 2026-05-20}
)",
    R"(=== changes.yaml
changes:
- {id: CR-1, title: Pilot later, type: timeline, status: in_review, needed_by: 2026-06-20}
)"};

void run(CheckContext& context) {
  for (const ChangeControl& change : context.analysis.changes) {
    const std::optional<Date>& by = context.analysis.of(change.record).needed_by;
    if (!change.open || !by || *by >= context.analysis.as_of) continue;
    std::string who;
    for (const ChangeApproval& one : change.approvals) {
      if (one.state == ApprovalState::agreed || one.role.empty()) continue;
      if (!who.empty()) who += ", ";
      who += one.role;
    }
    if (who.empty()) who = "an answer";
    const int64_t days =
        context.analysis.time_of(change.record).between(*by, context.analysis.as_of);
    context.find(
        info, {change.record},
        {RecordArgument{static_cast<uint32_t>(change.record)}, *by, DaysArgument{days}, who},
        context.place_of(change.record, Role::needed_by),
        "get the answer, or give the request another day");
  }
}

}  // namespace

const Rule change_undecided_rule = {&info, run};

}  // namespace milepost
