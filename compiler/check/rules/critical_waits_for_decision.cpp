// MP381: critical work waits for a decision that nobody has to make by any day.
#include <algorithm>
#include <string>
#include <vector>

#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    381,
    "critical-waits-for-decision",
    Severity::warning,
    "critical work waits for an open decision that has no day",
    "{0} is open and has no day, and {1}, which is critical, waits for it from {2}",
    R"(A decision without a day does not hold anything in the plan, so the plan is too rosy: the work behind it begins when somebody
decides, whatever the dates say.

Say by when it is needed (`needed_by:`) and who decides. Once it has a day, the plan counts with it.)",
    R"(=== plan.yaml
decisions:
- {id: D-1, title: Which ledger, status: proposed, raised: 2026-05-27, owner: Asha}
tasks:
- {id: T-1, title: Connect the ledger, owner: Asha, depends_on: [D-1], start: 2026-06-03, estimate: 5d, delivers: [M-1]}
milestones:
- {id: M-1, title: Ledger, owner: Asha, due: 2026-06-12}
)",
    R"(=== plan.yaml
decisions:
- {id: D-1, title: Which ledger, status: proposed, raised: 2026-05-27, needed_by: 2026-06-08, owner: Asha}
tasks:
- {id: T-1, title: Connect the ledger, owner: Asha, depends_on: [D-1], start: 2026-06-03, estimate: 3d, delivers: [M-1]}
milestones:
- {id: M-1, title: Ledger, owner: Asha, due: 2026-06-12}
)"};

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const KindId decision = kinds.find_kind("decision");
  const LinkTypeId depends_on = kinds.find_link_type("depends_on");
  const LinkTypeId blocks = kinds.find_link_type("blocks");
  if (decision == kNoKind) return;
  std::vector<bool> told(context.record_count(), false);
  for (const Link& link : context.program.links) {
    if ((link.type != depends_on && link.type != blocks) || link.from_prose) continue;
    const RecordIndex asked = link.type == blocks ? link.from : link.to;
    const RecordIndex work = link.type == blocks ? link.to : link.from;
    if (!kinds.is(context.program.record(asked).kind, decision) || context.is_closed(asked) ||
        told[static_cast<size_t>(asked)]) {
      continue;
    }
    const RecordFacts& facts = context.analysis.of(asked);
    if (facts.decision_needed_by || facts.needed_by || facts.due) continue;
    const ScheduleItem* item = context.analysis.schedule.item(work);
    if (item == nullptr || !item->critical || !item->dated || item->state == PlanState::done) {
      continue;
    }
    told[static_cast<size_t>(asked)] = true;
    context.find(
        info, {asked, work},
        {RecordArgument{static_cast<uint32_t>(asked)}, RecordArgument{static_cast<uint32_t>(work)},
         std::max(item->start, context.analysis.as_of)},
        context.program.record(asked).span, "add `needed_by:` to `" + context.id_of(asked) + "`");
  }
}

}  // namespace

const Rule critical_waits_for_decision_rule = {&info, run};

}  // namespace milepost
