// MP334: work keeps its own date, and what waits for it cannot keep its.
#include "check/lateness.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    334,
    "finishes-after-needed",
    Severity::warning,
    "work finishes on its own date, which is too late for what waits for it",
    "{0} finishes {1}: {2}, which waits for it, is wanted by {3} and comes {4} later",
    R"(Both dates were given, and both cannot hold: what waits for the work has to be done by a day that it cannot reach if the
work finishes when it is meant to. Nobody is late yet, so nobody sees it.

Agree on an earlier date for the one, on a later date for the other, or let the two run side by side (`type: SS`).)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Build it, owner: Asha, start: 2026-06-01, due: 2026-06-19, status: in_progress}
- {id: T-2, title: Test it, owner: Li, estimate: 5d, due: 2026-06-19, depends_on: [T-1]}
)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Build it, owner: Asha, start: 2026-06-01, due: 2026-06-19, status: in_progress}
- {id: T-2, title: Test it, owner: Li, estimate: 5d, due: 2026-06-26, depends_on: [T-1]}
)"};

void run(CheckContext& context) {
  const Schedule& schedule = context.analysis.schedule;
  for (const ScheduleItem& item : schedule.items) {
    const Lateness late = lateness_of(context, item);
    if (late.by != LateBy::other) continue;
    context.find(
        info, {late.first, item.record},
        {RecordArgument{static_cast<uint32_t>(late.first)}, schedule.item(late.first)->finish,
         RecordArgument{static_cast<uint32_t>(item.record)}, late.wanted, DaysArgument{late.days}},
        context.place_of(late.first, Role::due),
        "agree on an earlier date for it, or on a later one for `" + context.id_of(item.record) +
            "`",
        {{context.place_of(item.record, Role::due), "wanted by then"}});
  }
}

}  // namespace

const Rule finishes_after_needed_rule = {&info, run};

}  // namespace milepost
