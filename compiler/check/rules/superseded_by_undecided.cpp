// MP382: a decision counts as superseded, and what takes its place is not decided.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    382,
    "superseded-by-undecided",
    Severity::warning,
    "a decision counts as superseded, and what takes its place is not decided",
    "{0} is marked superseded, and {1}, which takes its place, is not decided",
    R"(Nothing holds in the meantime: the old choice is struck, the new one is a proposal.

Leave the old one accepted until the new one is, or decide.)",
    R"(=== decisions.yaml
decisions:
- {id: D-1, title: Use MySQL, status: superseded, rationale: Known, owner: Asha}
- {id: D-2, title: Use PostgreSQL, status: proposed, raised: 2026-05-27, owner: Asha, supersedes: [D-1]}
)",
    R"(=== decisions.yaml
decisions:
- {id: D-1, title: Use MySQL, status: accepted, decided: 2026-03-02, rationale: Known, owner: Asha}
- {id: D-2, title: Use PostgreSQL, status: proposed, raised: 2026-05-27, owner: Asha, supersedes: [D-1]}
)"};

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const KindId decision = kinds.find_kind("decision");
  const LinkTypeId supersedes = kinds.find_link_type("supersedes");
  if (decision == kNoKind) return;
  for (const Link& link : context.program.links) {
    if (link.type != supersedes || link.from_prose || link.cut) continue;
    const bool both = kinds.is(context.program.record(link.from).kind, decision) &&
                      kinds.is(context.program.record(link.to).kind, decision);
    if (!both || context.is_closed(link.from)) continue;
    if (context.analysis.of(link.to).phase != Phase::dropped) continue;
    context.find(info, {link.to, link.from},
                 {RecordArgument{static_cast<uint32_t>(link.to)},
                  RecordArgument{static_cast<uint32_t>(link.from)}},
                 context.place_of(link.to, Role::status),
                 "decide `" + context.id_of(link.from) + "`, or let `" + context.id_of(link.to) +
                     "` hold until then",
                 {{context.program.record(link.from).span, "what takes its place"}});
  }
}

}  // namespace

const Rule superseded_by_undecided_rule = {&info, run};

}  // namespace milepost
