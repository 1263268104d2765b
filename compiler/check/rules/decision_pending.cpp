// MP316: a decision has been waiting too long, or is needed in a few days.
#include <utility>

#include "analyze/ages.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    316,
    "decision-pending",
    Severity::warning,
    "a decision has been waiting too long, or is needed in a few days",
    "{0} is still open: {1}",
    R"(Work waits for open decisions without saying so. A decision is reported when it has been open for 10 working days, or when the day
by which it is needed is at most 3 working days away (`thresholds:` in program.yaml sets others).

Decide, or move the date with whoever needs it.)",
    R"(=== decisions.yaml
decisions:
- {id: D-1, title: Which database, status: proposed, raised: 2026-05-01, owner: Asha}
)",
    R"(=== decisions.yaml
decisions:
- {id: D-1, title: Which database, status: proposed, raised: 2026-05-27, owner: Asha}
)"};

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const KindId decision = kinds.find_kind("decision");
  const Thresholds& limits = context.settings().thresholds;
  const Date as_of = context.analysis.as_of;
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const Record& r = context.program.record(record);
    const RecordFacts& facts = context.analysis.of(record);
    if (!kinds.is(r.kind, decision) || context.is_closed(record)) continue;
    const WorkingTime& time = context.analysis.time_of(record);
    std::optional<Date> needed;
    Role said_by = Role::none;
    for (const auto& [role, date] :
         {std::pair(Role::decision_needed_by, facts.decision_needed_by),
          std::pair(Role::needed_by, facts.needed_by), std::pair(Role::due, facts.due)}) {
      if (needed || !date) continue;
      needed = date;
      said_by = role;
    }
    if (needed && time.between(as_of, *needed) <= limits.decision_before_needed_days) {
      context.find(info, {record}, {RecordArgument{i}, "needed by " + to_iso(*needed)},
                   context.place_of(record, said_by), "decide, or agree on another date");
      continue;
    }
    const std::optional<Date> since =
        known_since(context.analysis, record, facts.raised ? facts.raised : facts.decided);
    if (!since || time.between(*since, as_of) < limits.decision_pending_days) continue;
    context.find(info, {record}, {RecordArgument{i}, "open since " + to_iso(*since)},
                 context.place_of(record, Role::raised), "decide, or withdraw it");
  }
}

}  // namespace

const Rule decision_pending_rule = {&info, run, true};

}  // namespace milepost
