// MP380: open work rests on a decision that was refused or taken back.
#include <string>

#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    380,
    "rests-on-rejected",
    Severity::warning,
    "open work rests on a decision that was refused or taken back",
    "{0} rests on {1}, which is {2}",
    R"(What was decided does not hold, and nothing took its place, so the work goes on in a direction that nobody stands by.

Find the decision that holds now and depend on that one, ask for a new one, or stop the work. What rests on a decision that another
one superseded is told as MP318.)",
    R"(=== decisions.yaml
decisions:
- {id: D-1, title: Buy a ledger, status: rejected, rationale: Too dear, owner: Asha}
tasks:
- {id: T-1, title: Connect the ledger, owner: Asha, depends_on: [D-1], due: 2026-06-20}
)",
    R"(=== decisions.yaml
decisions:
- {id: D-1, title: Buy a ledger, status: accepted, decided: 2026-05-20, rationale: Known, owner: Asha}
tasks:
- {id: T-1, title: Connect the ledger, owner: Asha, depends_on: [D-1], due: 2026-06-20}
)"};

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const KindId decision = kinds.find_kind("decision");
  const LinkTypeId depends_on = kinds.find_link_type("depends_on");
  const LinkTypeId supersedes = kinds.find_link_type("supersedes");
  if (decision == kNoKind) return;
  const auto is_superseded = [&](RecordIndex record) {
    for (const uint32_t number : context.program.incoming_links(record)) {
      const Link& link = context.program.links[number];
      if (link.type == supersedes && !link.from_prose) return true;
    }
    return false;
  };
  for (const Link& link : context.program.links) {
    if (link.type != depends_on || link.from_prose) continue;
    const RecordFacts& facts = context.analysis.of(link.to);
    if (facts.phase != Phase::dropped || context.is_closed(link.from)) continue;
    const Kind& kind = kinds.kind(context.program.record(link.to).kind);
    if (!kinds.is(context.program.record(link.to).kind, decision) || is_superseded(link.to)) {
      continue;
    }
    const auto status = static_cast<size_t>(facts.status);
    context.find(info, {link.from, link.to},
                 {RecordArgument{static_cast<uint32_t>(link.from)},
                  RecordArgument{static_cast<uint32_t>(link.to)},
                  status < kind.statuses.size() ? kind.statuses[status].name : "not decided"},
                 link.at.span.is_place() ? link.at.span : link.also_at.span,
                 "depend on the decision that holds, or ask for a new one");
  }
}

}  // namespace

const Rule rests_on_rejected_rule = {&info, run};

}  // namespace milepost
