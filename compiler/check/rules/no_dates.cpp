// MP339: something of the plan that nothing gives a date.
#include <algorithm>

#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    339,
    "no-dates",
    Severity::note,
    "nothing says when something of the plan happens",
    "{0} has no date, no length, and waits for nothing that has one",
    R"(The plan cannot show it, nothing can be late because of it, and it moves no milestone. Dates are never invented. In a program
where nothing at all has a date this is not said.

A task needs a `due:`, or an `estimate:` or something with a date that it waits for; a milestone a `due:`; a dependency what was `promised:`
or the day it is `needed_by:`.)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Write the runbook, owner: Asha}
- {id: T-2, title: Send it to Support, owner: Asha, due: 2026-06-19}
)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Write the runbook, owner: Asha, due: 2026-06-12}
- {id: T-2, title: Send it to Support, owner: Asha, due: 2026-06-19}
)"};

// A date that was written and could not be read has been reported already.
bool is_unreadable(const Record& record) {
  return std::any_of(record.fields.begin(), record.fields.end(), [](const FieldValue& field) {
    return !field.values.empty() && field.values.front().unreadable;
  });
}

std::string missing(PlanKind kind) {
  switch (kind) {
    case PlanKind::milestone:
    case PlanKind::release:
      return "add `due: 2026-06-30`, or `delivers:` to work that has dates";
    case PlanKind::dependency:
      return "add what was promised (`promised: 2026-06-30`)";
    default:
      return "add `due: 2026-06-30`, or `estimate: 5d`";
  }
}

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const KindId workstream = kinds.find_kind("workstream");
  const std::vector<ScheduleItem>& items = context.analysis.schedule.items;
  const bool planned = std::any_of(items.begin(), items.end(), [](const ScheduleItem& item) {
    return item.dated && item.state != PlanState::done;
  });
  if (!planned) return;
  for (const ScheduleItem& item : items) {
    const KindId kind = context.program.record(item.record).kind;
    // A workstream has the dates of its parts, and what is no work needs none.
    if (item.dated || item.summary || !kinds.kind(kind).is_work || kinds.is(kind, workstream)) {
      continue;
    }
    const RecordFacts& facts = context.analysis.of(item.record);
    const Record& record = context.program.record(item.record);
    if (context.is_closed(item.record) || facts.needed_by || is_unreadable(record)) continue;
    context.find(info, {item.record}, {RecordArgument{static_cast<uint32_t>(item.record)}},
                 record.span, missing(item.kind));
  }
}

}  // namespace

const Rule no_dates_rule = {&info, run};

}  // namespace milepost
