// MP315: an escalation has no options or no date by which a decision is needed.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    315,
    "escalation-incomplete",
    Severity::warning,
    "an escalation has no options or no date by which a decision is needed",
    "{0} asks for a decision, but says no `{1}`",
    R"(Who gets an escalation must be able to decide from it alone: what the options are, which one you recommend, and by when it
must be decided so that it still helps.

Add `options:` (at least two) and `decision_needed_by:`.)",
    R"(=== escalations.yaml
escalations:
- {id: E-1, title: One engineer for five days, severity: high, raised: 2026-05-28, owner: Dana, to: [Bob], situation: We are short}
)",
    R"(=== escalations.yaml
escalations:
- {id: E-1, title: One engineer for five days, severity: high, raised: 2026-05-28, owner: Dana, to: [Bob], situation: We are short,
   options: [{name: Lend an engineer}, {name: Pilot with three customers}], recommendation: Lend an engineer, decision_needed_by: 2026-06-05}
)"};

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const KindId escalation = kinds.find_kind("escalation");
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const Record& r = context.program.record(record);
    if (!kinds.is(r.kind, escalation) || context.is_closed(record)) continue;
    for (const Role role : {Role::options, Role::decision_needed_by}) {
      const FieldId field = kinds.field_of(r.kind, role);
      if (field == kNoField || r.find(field) != nullptr) continue;
      context.find(info, {record}, {RecordArgument{i}, kinds.field(field).name}, r.span,
                   "add `" + kinds.field(field).name + ":` (" + kinds.field(field).doc + ")");
    }
  }
}

}  // namespace

const Rule escalation_incomplete_rule = {&info, run};

}  // namespace milepost
