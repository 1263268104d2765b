// MP321: something is done, but what it depends on is not.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    321,
    "done-before-dependency",
    Severity::warning,
    "something is done, but what it depends on is not",
    "{0} is done, but depends on {1}, which is not",
    R"(Either the dependency was not needed, or the status of one of the two is wrong. A plan with both is read as further
than it is. Of relations that count from a start (`type: SS`, `type: SF`) it is enough that the other has begun.

Correct a status, or remove the dependency.)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Build it, owner: Asha, status: in_progress, due: 2026-06-20}
- {id: T-2, title: Ship it, owner: Asha, status: done, depends_on: [T-1]}
)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Build it, owner: Asha, status: done}
- {id: T-2, title: Ship it, owner: Asha, status: done, depends_on: [T-1]}
)"};

bool has_begun(const Analysis& analysis, RecordIndex record) {
  const RecordFacts& facts = analysis.of(record);
  return facts.phase == Phase::doing || (facts.started && *facts.started <= analysis.as_of);
}

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const LinkTypeId depends_on = kinds.find_link_type("depends_on");
  for (const Link& link : context.program.links) {
    if (link.type != depends_on || link.from_prose) continue;
    if (context.analysis.of(link.from).phase != Phase::done || context.is_closed(link.to)) continue;
    // Where only its start had to come first it is enough that it has begun.
    const bool by_start = link.dependency == DependencyType::start_start ||
                          link.dependency == DependencyType::start_finish;
    if (by_start && has_begun(context.analysis, link.to)) continue;
    context.find(info, {link.from, link.to},
                 {RecordArgument{static_cast<uint32_t>(link.from)},
                  RecordArgument{static_cast<uint32_t>(link.to)}},
                 link.at.span.is_place() ? link.at.span : link.also_at.span,
                 "correct a status, or remove the dependency",
                 {{context.place_of(link.to, Role::status), "still open here"}});
  }
}

}  // namespace

const Rule done_before_dependency_rule = {&info, run};

}  // namespace milepost
