// MP394: a report calls something on track, and its record reports otherwise.
#include <string>

#include "check/report_claims.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    394,
    "report-state-differs",
    Severity::note,
    "a status report calls on track what its own record reports at risk or worse",
    "{0} calls {1} on track, and its record reports {2}",
    R"(What the owner reports of a record and what the report makes of it are both somebody's word, and one of them is old. Only the
words right behind an id are read (`T-31 is on track`), in the newest report while it is at most a week old; one that is sent, or keeps
its facts, is left alone. What the schedule thinks of it is the matter of `rosier-than-facts`.

Ask the owner, and correct the one that is old.)",
    R"(=== work.yaml
tasks:
- {id: T-31, title: Migration tool, owner: Asha, status: in progress, health: at risk, start: 2026-05-25, due: 2026-06-12}
=== status/w22.md
---
id: SR-22
kind: status_report
date: 2026-05-29
---

# Week 22

## In progress

- Migration tool (T-31): on track, tokens came early
)",
    R"(=== work.yaml
tasks:
- {id: T-31, title: Migration tool, owner: Asha, status: in progress, health: on track, start: 2026-05-25, due: 2026-06-12}
=== status/w22.md
---
id: SR-22
kind: status_report
date: 2026-05-29
---

# Week 22

## In progress

- Migration tool (T-31): on track, tokens came early
)"};

std::string_view word_of(Health health) {
  switch (health) {
    case Health::at_risk:
      return "at risk";
    case Health::off_track:
      return "off track";
    case Health::blocked:
      return "blocked";
    default:
      return {};
  }
}

void run(CheckContext& context) {
  const ReportClaims claims = claims_of_report(context);
  for (const ReportClaim& claim : claims.claims) {
    if (claim.kind != ClaimKind::state || context.is_closed(claim.about)) continue;
    const std::string_view reported = word_of(context.analysis.of(claim.about).reported);
    if (reported.empty()) continue;
    context.find(info, {claims.report, claim.about},
                 {RecordArgument{static_cast<uint32_t>(claims.report)},
                  RecordArgument{static_cast<uint32_t>(claim.about)}, std::string(reported)},
                 claim.place, "ask its owner, and correct the one that is old",
                 {{context.place_of(claim.about, Role::health), "its record says so here"}});
  }
}

}  // namespace

const Rule report_state_differs_rule = {&info, run};

}  // namespace milepost
