// MP318: something still rests on a decision that was superseded.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    318,
    "superseded-dependency",
    Severity::warning,
    "something still rests on a decision that was superseded",
    "{0} rests on {1}, which {2} superseded",
    R"(What was built on a decision may not hold under the one that took its place. Until somebody has looked, the plan rests on
a choice that nobody stands by.

Check it against the newer decision and name that one instead.)",
    R"(=== decisions.yaml
decisions:
- {id: D-1, title: Use MySQL, status: superseded, rationale: Known, owner: Asha}
- {id: D-2, title: Use PostgreSQL, status: accepted, rationale: Better, owner: Asha, supersedes: [D-1]}
tasks:
- {id: T-1, title: Write the schema, owner: Asha, depends_on: [D-1], due: 2026-06-20}
)",
    R"(=== decisions.yaml
decisions:
- {id: D-1, title: Use MySQL, status: superseded, rationale: Known, owner: Asha}
- {id: D-2, title: Use PostgreSQL, status: accepted, rationale: Better, owner: Asha, supersedes: [D-1]}
tasks:
- {id: T-1, title: Write the schema, owner: Asha, depends_on: [D-2], due: 2026-06-20}
)"};

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const LinkTypeId supersedes = kinds.find_link_type("supersedes");
  const LinkTypeId depends_on = kinds.find_link_type("depends_on");
  for (const Link& newer : context.program.links) {
    if (newer.type != supersedes || newer.from_prose) continue;
    for (const uint32_t number : context.program.incoming_links(newer.to)) {
      const Link& link = context.program.links[number];
      if (link.type != depends_on || context.is_closed(link.from)) continue;
      context.find(info, {link.from, newer.to},
                   {RecordArgument{static_cast<uint32_t>(link.from)},
                    RecordArgument{static_cast<uint32_t>(newer.to)},
                    RecordArgument{static_cast<uint32_t>(newer.from)}},
                   link.at.span.is_place() ? link.at.span : link.also_at.span,
                   "check it against `" + context.id_of(newer.from) + "` and depend on that one",
                   {{context.program.record(newer.from).span, "the decision that took its place"}});
    }
  }
}

}  // namespace

const Rule superseded_dependency_rule = {&info, run};

}  // namespace milepost
