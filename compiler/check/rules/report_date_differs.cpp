// MP393: a report gives a date for something, and its record has another.
#include <algorithm>
#include <optional>
#include <utility>

#include "check/report_claims.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    393,
    "report-date-differs",
    Severity::note,
    "a status report gives a due date that neither the record nor the plan has",
    "{0} says that {1} is due {2}; the facts have {3}",
    R"(A date that is told counts as promised. It is compared with every date that the record and the schedule have for it: due,
promised, needed, committed before, expected. Only a day right behind an id is read (`T-31, due 12 June`), in the newest report while it
is at most a week old and not sent. One that keeps its facts as sent is compared with the dates in those, if they are in English.

Correct the report, or move the date in the record, with the decision that moved it.)",
    R"(=== work.yaml
tasks:
- {id: T-31, title: Migration tool, owner: Asha, status: in progress, start: 2026-05-25, due: 2026-06-12}
=== status/w22.md
---
id: SR-22
kind: status_report
date: 2026-05-29
---

# Week 22

## In progress

- Migration tool (T-31), due 19 June
)",
    R"(=== work.yaml
tasks:
- {id: T-31, title: Migration tool, owner: Asha, status: in progress, start: 2026-05-25, due: 2026-06-12}
=== status/w22.md
---
id: SR-22
kind: status_report
date: 2026-05-29
---

# Week 22

## In progress

- Migration tool (T-31), due 12 June
)"};

void find_otherwise(CheckContext& context, const ReportClaims& claims, const ReportClaim& claim,
                    Date has, Related there) {
  context.find(info, {claims.report, claim.about},
               {RecordArgument{static_cast<uint32_t>(claims.report)},
                RecordArgument{static_cast<uint32_t>(claim.about)}, claim.date, has},
               claim.place, "correct the report, or move the date in the record",
               {std::move(there)});
}

// With every date that the record and the plan have today.
void compare(CheckContext& context, const ReportClaims& claims, const ReportClaim& claim) {
  const RecordFacts& facts = context.analysis.of(claim.about);
  std::optional<Date> has = facts.due ? facts.due : facts.promised;
  bool known = false;
  const auto look_at = [&](const std::optional<Date>& date) {
    known = known || (date && *date == claim.date);
  };
  for (const std::optional<Date>& date :
       {facts.due, facts.promised, facts.needed_by, facts.finished, facts.decided,
        facts.decision_needed_by, facts.next_review}) {
    look_at(date);
  }
  const Record& record = context.program.record(claim.about);
  const FieldId due = context.program.kinds().field_of(record.kind, Role::due);
  const Value* value = due == kNoField ? nullptr : record.value(due);
  // What a coarse date means, or one that was struck out, is a matter of opinion.
  const auto* written = value == nullptr ? nullptr : std::get_if<DateField>(&value->data);
  if (written != nullptr && (written->date.first != written->date.last || written->moved_from)) {
    return;
  }
  if (const ScheduleItem* item = context.analysis.schedule.item(claim.about)) {
    look_at(item->finish);
    look_at(item->commitment);
    look_at(item->baseline);
    look_at(item->first_baseline);
    if (!has) has = item->finish;
  }
  if (known || !has) return;
  find_otherwise(context, claims, claim, *has,
                 {context.place_of(claim.about, Role::due), "its record says so here"});
}

void run(CheckContext& context) {
  for (const ReportClaims& claims : claims_of_reports(context)) {
    for (const ReportClaim& claim : claims.claims) {
      if (claim.kind != ClaimKind::date) continue;
      if (!claims.sent) {
        compare(context, claims, claim);
        continue;
      }
      const SentFact* sent = claims.sent_of(claim);
      if (sent == nullptr || !sent->due ||
          std::ranges::find(sent->dates, claim.date) != sent->dates.end()) {
        continue;
      }
      find_otherwise(context, claims, claim, *sent->due,
                     {sent->place, "its facts as sent say so here"});
    }
  }
}

}  // namespace

const Rule report_date_differs_rule = {&info, run};

}  // namespace milepost
