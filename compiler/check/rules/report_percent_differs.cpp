// MP391: a report says how far something is, and its record says otherwise.
#include <algorithm>
#include <cmath>
#include <variant>

#include "check/report_claims.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    391,
    "report-percent-differs",
    Severity::note,
    "a status report gives a percentage that the record contradicts",
    "{0} says that {1} is {2} % done, and its record says {3} %",
    R"(Whoever reads the report and whoever opens the record learn two things, and the report is the one that is sent around. Only a
percentage right behind an id is read (`T-31: 40 %`), in the newest report while it is at most a week old; one that is sent, or keeps its
facts, is left alone.

Correct the report, or the record if the report knows better.)",
    R"(=== work.yaml
tasks:
- {id: T-31, title: Migration tool, owner: Asha, status: in progress, percent: 40%, start: 2026-05-04, due: 2026-06-12}
=== status/w22.md
---
id: SR-22
kind: status_report
date: 2026-05-29
---

# Week 22

## In progress

- Migration tool (T-31): 60 %, waits for tokens
)",
    R"(=== work.yaml
tasks:
- {id: T-31, title: Migration tool, owner: Asha, status: in progress, percent: 40%, start: 2026-05-04, due: 2026-06-12}
=== status/w22.md
---
id: SR-22
kind: status_report
date: 2026-05-29
---

# Week 22

## In progress

- Migration tool (T-31): 40 %, waits for tokens
)"};

void run(CheckContext& context) {
  const ReportClaims claims = claims_of_report(context);
  for (const ReportClaim& claim : claims.claims) {
    if (claim.kind != ClaimKind::percent) continue;
    const Record& record = context.program.record(claim.about);
    const FieldId field = context.program.kinds().field_of(record.kind, Role::percent);
    const Value* value = field == kNoField ? nullptr : record.value(field);
    const double* percent = value == nullptr ? nullptr : std::get_if<double>(&value->data);
    if (percent == nullptr) continue;
    const auto said = static_cast<int64_t>(std::lround(std::clamp(*percent, 0.0, 100.0)));
    if (said == claim.number) continue;
    context.find(info, {claims.report, claim.about},
                 {RecordArgument{static_cast<uint32_t>(claims.report)},
                  RecordArgument{static_cast<uint32_t>(claim.about)}, claim.number, said},
                 claim.place, "correct the report, or the record if the report knows better",
                 {{context.place_of(claim.about, Role::percent), "its record says so here"}});
  }
}

}  // namespace

const Rule report_percent_differs_rule = {&info, run};

}  // namespace milepost
