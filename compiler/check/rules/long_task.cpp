// MP337: work goes on for weeks without a point at which one would see how far it is.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    337,
    "long-task",
    Severity::note,
    "work goes on for weeks without a point at which one would see how far it is",
    "{0} takes {1} and has no check point",
    R"(A task of two months is ninety per cent done for one of them. From 20 working days on (`long_task` under `thresholds:` in
program.yaml) it should have something to look at before its end.

Cut it into parts (`part_of:`), write a check list in its text (`- [ ] …`) or acceptance items, or set a `next_review:` before it ends.)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Build the importer, owner: Asha, estimate: 30d, due: 2026-07-31}
)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Build the importer, owner: Asha, estimate: 30d, due: 2026-07-31, next_review: 2026-06-26}
)"};

void run(CheckContext& context) {
  const int most = context.settings().thresholds.long_task_days;
  const Kinds& kinds = context.program.kinds();
  for (const ScheduleItem& item : context.analysis.schedule.items) {
    if (item.kind != PlanKind::task || item.summary || item.length <= most) continue;
    if (context.is_closed(item.record)) continue;
    const RecordFacts& facts = context.analysis.of(item.record);
    const bool looked_at = facts.next_review && *facts.next_review >= context.analysis.as_of &&
                           *facts.next_review < item.finish;
    const Record& record = context.program.record(item.record);
    const FieldId acceptance = kinds.field_of(record.kind, Role::acceptance);
    const bool has_checks =
        facts.checks_total > 0 || (acceptance != kNoField && record.find(acceptance) != nullptr);
    if (looked_at || has_checks) continue;
    context.find(info, {item.record},
                 {RecordArgument{static_cast<uint32_t>(item.record)}, DaysArgument{item.length}},
                 context.place_of(item.record, Role::estimate),
                 "cut it into parts, give it a check list, or set `next_review:` before it ends");
  }
}

}  // namespace

const Rule long_task_rule = {&info, run};

}  // namespace milepost
