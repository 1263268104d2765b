// MP362: a dependency on the critical path is blocked, and nobody has escalated it.
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "check/escalations.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    362,
    "critical-dependency-blocked",
    Severity::warning,
    "a dependency that the target waits for is blocked, and nobody has escalated it",
    "{0} is on the critical path and {1}, and nobody has escalated that",
    R"(The target waits for it day by day, and whoever has to clear it is outside the team. Counted as blocked are dependencies with the
status *blocked*, with a declined `commitment:`, and those that an open P0 or P1 blocker names in `blocks:`.

Write an escalation and name the dependency, or the blocker, in `escalates:`.)",
    R"(=== plan.yaml
milestones:
- {id: M-1, title: Pilot, owner: Dana, due: 2026-06-19, depends_on: [DEP-1]}
dependencies:
- {id: DEP-1, title: Payment API in staging, owner: Lee, needed_by: 2026-06-12, promised: 2026-06-12, status: blocked}
)",
    R"(=== plan.yaml
milestones:
- {id: M-1, title: Pilot, owner: Dana, due: 2026-06-19, depends_on: [DEP-1]}
dependencies:
- {id: DEP-1, title: Payment API in staging, owner: Lee, needed_by: 2026-06-12, promised: 2026-06-12, status: blocked}
escalations:
- {id: E-1, title: The API is stuck, severity: high, raised: 2026-05-29, by: Dana, to: [Bob], escalates: [DEP-1],
   options: [{name: Lend an engineer}, {name: Pilot later}], recommendation: Lend an engineer, decision_needed_by: 2026-06-05}
)"};

struct Obstacle {
  std::string words;
  RecordIndex blocker = kNoRecord;
};

std::optional<Obstacle> obstacle_of(const CheckContext& context, RecordIndex index) {
  const Kinds& kinds = context.program.kinds();
  const Record& record = context.program.record(index);
  const RecordFacts& facts = context.analysis.of(index);
  const std::vector<Status>& statuses = kinds.kind(record.kind).statuses;
  const auto status = static_cast<size_t>(facts.status);
  if (facts.reported == Health::blocked ||
      (status < statuses.size() && statuses[status].name == "blocked")) {
    return Obstacle{"blocked", kNoRecord};
  }
  const FieldId field = kinds.field_of(record.kind, Role::commitment);
  const Value* value = field == kNoField ? nullptr : record.value(field);
  const auto* choice = value == nullptr ? nullptr : std::get_if<Choice>(&value->data);
  if (choice != nullptr && kinds.field(field).choices[choice->index].name == "declined") {
    return Obstacle{"declined", kNoRecord};
  }
  const LinkTypeId blocks = kinds.find_link_type("blocks");
  const KindId blocker = kinds.find_kind("blocker");
  for (const uint32_t number : context.program.incoming_links(index)) {
    const Link& link = context.program.links[number];
    if (link.type != blocks || link.from_prose || context.is_closed(link.from)) continue;
    if (!kinds.is(context.program.record(link.from).kind, blocker)) continue;
    if (context.analysis.of(link.from).priority > 1) continue;
    return Obstacle{"blocked by " + context.id_of(link.from), link.from};
  }
  return std::nullopt;
}

void run(CheckContext& context) {
  const KindId dependency = context.program.kinds().find_kind("dependency");
  std::optional<Escalated> escalated;
  for (const ScheduleItem& item : context.analysis.schedule.items) {
    const bool drives =
        item.critical || (item.commitment_float != kNoFloat && item.commitment_float < 0);
    if (!drives || item.state == PlanState::done || context.is_closed(item.record)) continue;
    const KindId kind = context.program.record(item.record).kind;
    if (dependency == kNoKind || !context.program.kinds().is(kind, dependency)) continue;
    const std::optional<Obstacle> obstacle = obstacle_of(context, item.record);
    if (!obstacle) continue;
    if (!escalated) escalated.emplace(context);
    if (escalated->covers(item.record) || escalated->covers(obstacle->blocker)) continue;
    const std::string whom = whom_to_ask(context, 0);
    context.find(info, {item.record},
                 {RecordArgument{static_cast<uint32_t>(item.record)}, obstacle->words, whom},
                 context.place_of(item.record, Role::status),
                 new_escalation(whom, context.id_of(item.record) + " is blocked") +
                     ", and name it in `escalates:`");
  }
}

}  // namespace

const Rule critical_dependency_blocked_rule = {&info, run};

}  // namespace milepost
