// MP301: open work whose due date is past.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    301,
    "overdue",
    Severity::warning,
    "open work is past its due date",
    "{0} was due {1}, {2} ago, and is still open",
    R"(A due date is its owner's commitment. When it has passed and the record is neither done nor dropped, either the
work was finished and nobody said so, or the date has moved and nobody was told.

Set `status: done`, or move the date and say why (`due: ~~2026-05-20~~ 2026-06-12` keeps the old one in sight).)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Write the runbook, owner: Asha, due: 2026-05-20, status: in_progress}
)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Write the runbook, owner: Asha, due: 2026-06-12, status: in_progress}
- {id: T-2, title: Order the certificates, owner: Asha, due: 2026-05-20, status: done}
)"};

void run(CheckContext& context) {
  const Analysis& analysis = context.analysis;
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const RecordFacts& facts = analysis.of(record);
    if (!facts.due || *facts.due >= analysis.as_of || context.is_closed(record)) continue;
    const int64_t late = analysis.time_of(record).between(*facts.due, analysis.as_of);
    context.find(info, {record}, {RecordArgument{i}, *facts.due, DaysArgument{late}},
                 context.place_of(record, Role::due),
                 "set a status that says it is done, or a date that its owner commits to");
  }
}

}  // namespace

const Rule overdue_rule = {&info, run};

}  // namespace milepost
