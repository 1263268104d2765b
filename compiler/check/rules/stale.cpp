// MP312: a risk or issue was not looked at for longer than its review interval.
#include "analyze/ages.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    312,
    "stale",
    Severity::warning,
    "a risk or issue was not looked at for longer than its review interval",
    "{0} was to be reviewed by {1}, {2} ago",
    R"(A log that nobody reads is worse than none, because it is believed. Very high and high risks are due for review every 7 days,
medium ones every 14, low ones every 30, open issues every 7 (`thresholds:` in program.yaml sets others). A
`next_review:` date comes before the interval. Closed and accepted records are never stale.

After the review set `next_review:` to the next date, or name the record in a meeting's `reviewed:` list: one line there
refreshes many records. In a program with [versions](versions.md) the last commit that changed what the record means is a review,
too; one that only changed how it is written is none.)",
    R"(=== risks.yaml
risks:
- {id: R-1, title: Vendor is late, likelihood: medium, impact: medium, owner: Asha, mitigation: Weekly call, next_review: 2026-05-12}
)",
    R"(=== risks.yaml
risks:
- {id: R-1, title: Vendor is late, likelihood: medium, impact: medium, owner: Asha, mitigation: Weekly call, next_review: 2026-05-12}
=== meetings.yaml
meetings:
- {id: MTG-1, title: RAID review, held: 2026-05-29, reviewed: [R-1]}
)"};

bool is_accepted(const CheckContext& context, RecordIndex record) {
  const RecordFacts& facts = context.analysis.of(record);
  if (facts.status == kNoStatus) return false;
  const Kind& kind = context.program.kinds().kind(context.program.record(record).kind);
  return kind.statuses[static_cast<size_t>(facts.status)].name == "accepted";
}

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const KindId risk = kinds.find_kind("risk");
  const KindId issue = kinds.find_kind("issue");
  const Thresholds& limits = context.settings().thresholds;
  const Date as_of = context.analysis.as_of;
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const Record& r = context.program.record(record);
    const bool is_risk = kinds.is(r.kind, risk);
    if ((!is_risk && !kinds.is(r.kind, issue)) || context.is_closed(record) ||
        is_accepted(context, record))
      continue;
    const RecordFacts& facts = context.analysis.of(record);
    const int days = !is_risk          ? limits.issue_days
                     : facts.band >= 3 ? limits.review_high_days
                     : facts.band == 2 ? limits.review_medium_days
                                       : limits.review_low_days;
    // What was promised comes first; a review after that promise starts the interval anew.
    std::optional<Date> by = facts.next_review;
    Role said_by = Role::next_review;
    const std::optional<Date> looked = looked_at(context.analysis, record);
    if (looked && (!by || *looked >= *by)) {
      by = add_days(*looked, days);
      said_by = Role::last_reviewed;
    }
    if (const std::optional<Date> since = known_since(context.analysis, record, facts.raised);
        !by && since) {
      by = add_days(*since, days);
      said_by = Role::raised;
    }
    if (!by || *by >= as_of) continue;
    const int64_t late = context.analysis.time_of(record).between(*by, as_of);
    if (late <= 0) continue;
    context.find(
        info, {record}, {RecordArgument{i}, *by, DaysArgument{late}},
        context.place_of(record, said_by),
        "review it and set `next_review:`, or list it under `reviewed:` of the meeting that did");
  }
}

}  // namespace

const Rule stale_rule = {&info, run, true};

}  // namespace milepost
