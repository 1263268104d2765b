// MP391: a report says how far something is, and its record says otherwise.
#include <algorithm>
#include <cmath>
#include <optional>
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
    "{0} says that {1} is {2} % done, and the facts say {3} %",
    R"(Whoever reads the report and whoever opens the record learn two things, and the report is the one that is sent around. Only a
percentage right behind an id is read (`T-31: 40 %`), in the newest report while it is at most a week old and not sent. One that keeps its
facts as sent is compared with those, however old it is.

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

// What the record says today.
std::optional<int64_t> percent_of(const CheckContext& context, RecordIndex about) {
  const Record& record = context.program.record(about);
  const FieldId field = context.program.kinds().field_of(record.kind, Role::percent);
  const Value* value = field == kNoField ? nullptr : record.value(field);
  const double* percent = value == nullptr ? nullptr : std::get_if<double>(&value->data);
  if (percent == nullptr) return std::nullopt;
  return static_cast<int64_t>(std::lround(std::clamp(*percent, 0.0, 100.0)));
}

void run(CheckContext& context) {
  for (const ReportClaims& claims : claims_of_reports(context)) {
    for (const ReportClaim& claim : claims.claims) {
      if (claim.kind != ClaimKind::percent) continue;
      const SentFact* sent = claims.sent_of(claim);
      if (claims.sent && sent == nullptr) continue;
      const std::optional<int64_t> fact =
          sent != nullptr ? sent->percent : percent_of(context, claim.about);
      if (!fact || *fact == claim.number) continue;
      const Related there = sent != nullptr ? Related{sent->place, "its facts as sent say so here"}
                                            : Related{context.place_of(claim.about, Role::percent),
                                                      "its record says so here"};
      context.find(info, {claims.report, claim.about},
                   {RecordArgument{static_cast<uint32_t>(claims.report)},
                    RecordArgument{static_cast<uint32_t>(claim.about)}, claim.number, *fact},
                   claim.place, "correct the report, or the record if the report knows better",
                   {there});
    }
  }
}

}  // namespace

const Rule report_percent_differs_rule = {&info, run};

}  // namespace milepost
