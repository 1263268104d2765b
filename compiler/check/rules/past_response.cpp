// MP314: a blocker was neither acknowledged nor escalated within its response time.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    314,
    "past-response",
    Severity::warning,
    "a blocker was neither acknowledged nor escalated within its response time",
    "{0} (P{1}) was to be answered by {2}, and nobody has",
    R"(A P0 asks for an answer within an hour, a P1 within a day (on the clock, not in working time), a P2 by the end of the
sprint; `escalation:` in program.yaml sets others. The answer is an acknowledgement or an escalation, not the solution.

Set `acknowledged:` with date and time, or `escalated_to:` with who was told.)",
    R"(=== blockers.yaml
blockers:
- {id: B-1, title: Staging is down, severity: P1, raised: 2026-05-28 09:00, owner: Asha, status: open}
)",
    R"(=== blockers.yaml
blockers:
- {id: B-1, title: Staging is down, severity: P1, raised: 2026-05-28 09:00, acknowledged: 2026-05-28 10:15, owner: Asha, status: open}
)"};

void run(CheckContext& context) {
  const Zone zone = Zone::find(context.settings().timezone).value_or(Zone());
  // The day as such has no time of day: a clock is past once the whole day is.
  const DateTime now = to_utc(LocalTime{context.analysis.as_of, 0}, zone);
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const RecordFacts& facts = context.analysis.of(record);
    if (!facts.respond_by || facts.responded || context.is_closed(record) ||
        now <= *facts.respond_by)
      continue;
    context.find(info, {record},
                 {RecordArgument{i}, int64_t{facts.priority == 255 ? 0 : facts.priority},
                  to_text(to_local(*facts.respond_by, zone))},
                 context.place_of(record, Role::raised),
                 "set `acknowledged:`, or `escalated_to:` with who was told");
  }
}

}  // namespace

const Rule past_response_rule = {&info, run};

}  // namespace milepost
