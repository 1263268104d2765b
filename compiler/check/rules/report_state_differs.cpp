// MP394: a report says how something stands, and its record reports otherwise.
#include <string>

#include "check/report_claims.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    394,
    "report-state-differs",
    Severity::note,
    "a status report says that something stands otherwise than its record reports",
    "{0} calls {1} {2}, and the facts say {3}",
    R"(What the owner reports of a record and what the report makes of it are both somebody's word, and one of them is old. Only the
words of the field `health` right behind an id are read (`T-31 is on track`, `T-31: amber`), in the newest report while it is at most a week
old and not sent. One that keeps its facts as sent is compared with those. What the schedule thinks of it is the matter of
`rosier-than-facts`.

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
    case Health::on_track:
      return "on track";
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

// What is blocked may be off track as well: nobody is told anything wrong.
bool contradict(Health said, Health fact) {
  if (word_of(fact).empty() || said == fact) return false;
  const auto is_bad = [](Health health) {
    return health == Health::off_track || health == Health::blocked;
  };
  return !(is_bad(said) && is_bad(fact));
}

void run(CheckContext& context) {
  for (const ReportClaims& claims : claims_of_reports(context)) {
    for (const ReportClaim& claim : claims.claims) {
      if (claim.kind != ClaimKind::state) continue;
      const SentFact* sent = claims.sent_of(claim);
      if (claims.sent ? sent == nullptr : context.is_closed(claim.about)) continue;
      const Health fact = sent != nullptr ? sent->state : context.analysis.of(claim.about).reported;
      if (!contradict(claim.state, fact)) continue;
      const Related there = sent != nullptr ? Related{sent->place, "its facts as sent say so here"}
                                            : Related{context.place_of(claim.about, Role::health),
                                                      "its record says so here"};
      context.find(info, {claims.report, claim.about},
                   {RecordArgument{static_cast<uint32_t>(claims.report)},
                    RecordArgument{static_cast<uint32_t>(claim.about)},
                    std::string(word_of(claim.state)), std::string(word_of(fact))},
                   claim.place, "ask its owner, and correct the one that is old", {there});
    }
  }
}

}  // namespace

const Rule report_state_differs_rule = {&info, run};

}  // namespace milepost
