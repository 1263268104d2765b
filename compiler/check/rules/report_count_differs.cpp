// MP392: a report counts what is open, and the records count otherwise.
#include <string>
#include <utility>
#include <vector>

#include "check/report_claims.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    392,
    "report-count-differs",
    Severity::note,
    "a status report counts open blockers, risks or issues otherwise than the records",
    "{0} counts {1} open of the kind {2}, and the facts {3}",
    R"(The number in the report is what people remember. It is compared with the records as they are today and as they were on the day
of the report, as far as their dates tell; only if it is neither it is reported. What readers of the report may not see is not counted.
Only a count that begins a line is read (`3 blockers open`, `Blockers open: 3`), in the newest report while it is at most a week old and
not sent. In one that keeps its facts as sent the count of blockers is compared with those.

Correct the report, or close what is no longer open.)",
    R"(=== log.yaml
blockers:
- {id: B-1, title: No test cards, severity: p2, owner: Asha, raised: 2026-05-28, status: in progress, acknowledged: 2026-05-28}
=== status/w22.md
---
id: SR-22
kind: status_report
date: 2026-05-29
---

# Week 22

## Metrics

- Blockers open: 3, was 2
)",
    R"(=== log.yaml
blockers:
- {id: B-1, title: No test cards, severity: p2, owner: Asha, raised: 2026-05-28, status: in progress, acknowledged: 2026-05-28}
=== status/w22.md
---
id: SR-22
kind: status_report
date: 2026-05-29
---

# Week 22

## Metrics

- Blockers open: 1, was 2
)"};

bool may_be_told(const CheckContext& context, RecordIndex record, RecordIndex report) {
  const LabelIndex of = context.program.label_of(record), home = context.program.label_of(report);
  if (of == home || of == kPublicLabel) return true;
  return of == kInternalLabel && home == kRestrictedLabel;
}

void find_otherwise(CheckContext& context, const ReportClaims& claims, const ReportClaim& claim,
                    int64_t facts, std::vector<Related> related) {
  context.find(info, {claims.report},
               {RecordArgument{static_cast<uint32_t>(claims.report)}, claim.number,
                std::string(claim.word), facts},
               claim.place, "correct the report, or close what is no longer open",
               std::move(related));
}

// With what is open now, what was open on the day of the report, and what its readers may know of.
void compare(CheckContext& context, const ReportClaims& claims, const ReportClaim& claim) {
  const KindId kind = context.program.kinds().find_kind(claim.word);
  if (kind == kNoKind) return;
  int64_t now = 0, then = 0, all = 0;
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    if (!context.program.kinds().is(context.program.record(record).kind, kind)) continue;
    const RecordFacts& facts = context.analysis.of(record);
    const bool open = !context.is_closed(record);
    // Whether it was open on the day of the report is known only if it says since when.
    if (!facts.raised || (!open && !facts.finished)) return;
    all += open ? 1 : 0;
    if (!may_be_told(context, record, claims.report)) continue;
    now += open ? 1 : 0;
    const bool was = *facts.raised <= claims.day && (open || *facts.finished > claims.day);
    then += was ? 1 : 0;
  }
  if (claim.number == now || claim.number == then || claim.number == all) return;
  find_otherwise(context, claims, claim, now, {});
}

void run(CheckContext& context) {
  for (const ReportClaims& claims : claims_of_reports(context)) {
    for (const ReportClaim& claim : claims.claims) {
      if (claim.kind != ClaimKind::count) continue;
      if (!claims.sent) {
        compare(context, claims, claim);
      } else if (claim.word == "blocker" && claims.sent->blockers &&
                 *claims.sent->blockers != claim.number) {
        find_otherwise(context, claims, claim, *claims.sent->blockers,
                       {{claims.sent->blockers_place, "its facts as sent say so here"}});
      }
    }
  }
}

}  // namespace

const Rule report_count_differs_rule = {&info, run};

}  // namespace milepost
