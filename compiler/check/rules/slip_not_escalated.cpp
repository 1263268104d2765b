// MP360: a milestone slips by more than a week and nobody has escalated it.
#include <algorithm>
#include <string>
#include <vector>

#include "check/escalations.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    360,
    "slip-not-escalated",
    Severity::warning,
    "a milestone or release slips by more than a week, and no escalation, change or decision "
    "speaks of it",
    "{0} is committed for {1} and comes {3} later, on {2}, and nobody has escalated that",
    R"(A slip of more than a week seldom closes by itself, and who can still do something about it (add people, cut scope, move the
date) is not on the team. One milestone is reported for one cause: the first on the way.

Write an escalation with options, and name the milestone in `escalates:`; a change request that moves the date, or a decision about
it, ends this, too. `thresholds: {escalate_slip: 5}` in program.yaml says how many working days are a week.)",
    R"(=== plan.yaml
tasks:
- {id: T-1, title: Write the importer, owner: Asha, start: 2026-05-25, estimate: 20d, delivers: [M-1]}
milestones:
- {id: M-1, title: Import, owner: Asha, due: 2026-06-05}
)",
    R"(=== plan.yaml
tasks:
- {id: T-1, title: Write the importer, owner: Asha, start: 2026-05-25, estimate: 20d, delivers: [M-1]}
milestones:
- {id: M-1, title: Import, owner: Asha, due: 2026-06-05}
escalations:
- {id: E-1, title: Somebody for the importer, severity: high, raised: 2026-05-29, by: Asha, to: [Bob], escalates: [M-1],
   options: [{name: Lend an engineer}, {name: Import later}], recommendation: Lend an engineer, decision_needed_by: 2026-06-05}
)"};

// The item that makes it late the most.
RecordIndex cause_of(const Explanation& why) {
  const auto worst = std::ranges::max_element(why.parts, {}, &SlipPart::days);
  return worst == why.parts.end() ? kNoRecord : worst->item;
}

void run(CheckContext& context) {
  const Escalated escalated(context);
  const int limit = context.settings().thresholds.escalate_slip_days;
  std::vector<RecordIndex> told;    // milestones that slip, reported or escalated
  std::vector<RecordIndex> causes;  // of these
  for (const Explanation& why : context.analysis.schedule.explanations) {
    if (context.is_closed(why.milestone)) continue;
    // Against the date that holds now: who moved it without saying so hears of MP336.
    const ScheduleItem* item = context.analysis.schedule.item(why.milestone);
    if (item == nullptr || !item->commitment) continue;
    const int64_t days =
        context.analysis.time_of(why.milestone).between(*item->commitment, item->finish);
    if (days <= limit) continue;
    const RecordIndex cause = cause_of(why);
    const bool again =
        (cause != kNoRecord && std::ranges::find(causes, cause) != causes.end()) ||
        std::ranges::any_of(why.path, [&](RecordIndex step) {
          return step != why.milestone && std::ranges::find(told, step) != told.end();
        });
    told.push_back(why.milestone);
    if (cause != kNoRecord) causes.push_back(cause);
    const bool known = escalated.covers(why.milestone) ||
                       std::ranges::any_of(why.parts, [&](const SlipPart& part) {
                         return escalated.covers(part.item) || escalated.covers(part.because);
                       });
    if (again || known) continue;
    const std::string whom = whom_to_ask(context, 1);
    context.find(info, {why.milestone},
                 {RecordArgument{static_cast<uint32_t>(why.milestone)}, *item->commitment,
                  item->finish, DaysArgument{days}, whom},
                 context.place_of(why.milestone, Role::due),
                 new_escalation(whom, context.id_of(why.milestone) + " comes " +
                                          std::to_string(days) + " working days late") +
                     ", and name it in `escalates:`");
  }
}

}  // namespace

const Rule slip_not_escalated_rule = {&info, run};

}  // namespace milepost
