// MP311: a high risk has no date of its next review.
#include "analyze/ages.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    311,
    "high-risk-unreviewed",
    Severity::warning,
    "a high risk has no date of its next review",
    "{0} is a high risk ({1} of 25) without a next review",
    R"(High risks move. One without a date on which somebody looks at it again is looked at when it has happened.

Add `next_review:` with a date within a week.)",
    R"(=== risks.yaml
risks:
- {id: R-1, title: Vendor goes out of business, likelihood: high, impact: high, owner: Asha, mitigation: Escrow}
)",
    R"(=== risks.yaml
risks:
- {id: R-1, title: Vendor goes out of business, likelihood: high, impact: high, owner: Asha, mitigation: Escrow, next_review: 2026-06-05}
)"};

void run(CheckContext& context) {
  const KindId risk = context.program.kinds().find_kind("risk");
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const Record& r = context.program.record(record);
    const RecordFacts& facts = context.analysis.of(record);
    if (!context.program.kinds().is(r.kind, risk) || context.is_closed(record) || facts.band < 3)
      continue;
    if (facts.next_review || looked_at(context.analysis, record)) continue;
    context.find(info, {record}, {RecordArgument{i}, int64_t{facts.score}}, r.span,
                 "add `next_review: " +
                     to_iso(context.analysis.time_of(record).add(context.analysis.as_of, 5)) + "`");
  }
}

}  // namespace

const Rule high_risk_unreviewed_rule = {&info, run, true};

}  // namespace milepost
