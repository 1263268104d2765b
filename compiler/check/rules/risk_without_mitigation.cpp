// MP310: a high risk has no mitigation.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    310,
    "risk-without-mitigation",
    Severity::warning,
    "a high risk has no mitigation",
    "{0} is a high risk ({1} of 25) without a mitigation",
    R"(A risk that scores 12 or more of 25 and has no mitigation is a plan to be surprised. Say what is done to make it less
likely or less bad, or accept it with `status: accepted`, which says that somebody decided so.

Add `mitigation:`.)",
    R"(=== risks.yaml
risks:
- {id: R-1, title: Vendor goes out of business, likelihood: medium, impact: high, owner: Asha, next_review: 2026-06-05}
)",
    R"(=== risks.yaml
risks:
- {id: R-1, title: Vendor goes out of business, likelihood: medium, impact: high, owner: Asha, next_review: 2026-06-05, mitigation: Escrow of the sources}
)"};

void run(CheckContext& context) {
  const KindId risk = context.program.kinds().find_kind("risk");
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const Record& r = context.program.record(record);
    const RecordFacts& facts = context.analysis.of(record);
    if (!context.program.kinds().is(r.kind, risk) || context.is_closed(record) || facts.band < 3)
      continue;
    const FieldId field = context.program.kinds().field_of(r.kind, Role::mitigation);
    if (field == kNoField || r.find(field) != nullptr) continue;
    context.find(info, {record}, {RecordArgument{i}, int64_t{facts.score}}, r.span,
                 "add `mitigation:`, or `status: accepted` if somebody decided to live with it");
  }
}

}  // namespace

const Rule risk_without_mitigation_rule = {&info, run};

}  // namespace milepost
