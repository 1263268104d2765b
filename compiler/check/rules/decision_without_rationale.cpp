// MP317: a decision was made and nobody wrote down why.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    317,
    "decision-without-rationale",
    Severity::warning,
    "a decision was made and nobody wrote down why",
    "{0} was decided without a rationale",
    R"(A decision without its reason is decided again every quarter. One sentence is enough: what spoke for it, and what was given up.

Add `rationale:`, a `## Decision` or `## Rationale` section, or the `## Context` it was made in.)",
    R"(=== decisions.yaml
decisions:
- {id: D-1, title: Use PostgreSQL, status: accepted, decided: 2026-05-20, owner: Asha}
)",
    R"(=== decisions.yaml
decisions:
- {id: D-1, title: Use PostgreSQL, status: accepted, decided: 2026-05-20, owner: Asha, rationale: The team runs it already}
)"};

bool is_replaced(const CheckContext& context, RecordIndex record) {
  const LinkTypeId type = context.program.kinds().find_link_type("supersedes");
  for (const uint32_t number : context.program.incoming_links(record)) {
    if (context.program.links[number].type == type) return true;
  }
  return false;
}

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const KindId decision = kinds.find_kind("decision");
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const Record& r = context.program.record(record);
    const RecordFacts& facts = context.analysis.of(record);
    if (!kinds.is(r.kind, decision) || facts.phase != Phase::done || r.body.slice.count > 0)
      continue;
    if (is_replaced(context, record)) continue;
    bool reasons = false;
    for (const Role role :
         {Role::rationale, Role::context, Role::consequences, Role::alternatives}) {
      const FieldId field = kinds.field_of(r.kind, role);
      reasons = reasons || (field != kNoField && r.find(field) != nullptr);
    }
    if (reasons) continue;
    context.find(info, {record}, {RecordArgument{i}}, r.span,
                 "add `rationale:` with one sentence that says why");
  }
}

}  // namespace

const Rule decision_without_rationale_rule = {&info, run};

}  // namespace milepost
