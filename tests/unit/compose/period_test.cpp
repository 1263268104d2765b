// What belongs to the period of a status report, and to that which runs now.
#include "compose/period.h"

#include <string>
#include <vector>

#include "catch.h"
#include "unit/compose/viewed.h"

namespace milepost {
namespace {

std::string ids(const Outline& outline, const std::vector<ViewRecordId>& records) {
  std::string text;
  for (const ViewRecordId id : records) text += outline.view.record(id).short_id + " ";
  return text;
}

std::string ids(const Outline& outline, const std::vector<ChangeEntry>& entries) {
  std::string text;
  for (const ChangeEntry& entry : entries) {
    text += outline.view.record(entry.record).short_id + " ";
  }
  return text;
}

const PeriodFacts& period_of(const Outline& outline, std::string_view report) {
  const PeriodFacts* facts = facts_of_report(outline, record_named(outline.view, report));
  REQUIRE(facts != nullptr);
  return *facts;
}

constexpr const char* kWork =
    "tasks:\n"
    "- {id: T-1, title: Old, status: done, start: 2026-05-04, finished: 2026-05-12}\n"
    "- {id: T-2, title: Of last week, status: done, finished: 2026-05-20}\n"
    "- {id: T-3, title: Of this week, status: done, finished: 2026-05-27}\n"
    "- {id: T-4, title: Going on, status: in progress, due: 2026-06-04, percent: 40%}\n"
    "- {id: T-5, title: Dropped, status: cancelled, finished: 2026-05-28}\n"
    "- {id: T-6, title: Of next month, status: not started, due: 2026-07-20}\n"
    "milestones:\n"
    "- {id: M-1, title: Met, status: met, finished: 2026-05-29, due: 2026-05-29}\n"
    "- {id: M-2, title: Next, due: 2026-06-05}\n"
    "risks:\n"
    "- {id: R-1, title: Low, likelihood: low, impact: low, raised: 2026-05-19}\n"
    "- {id: R-2, title: High, likelihood: high, impact: high, raised: 2026-03-01}\n"
    "blockers:\n"
    "- {id: B-1, title: Vault, severity: p1, raised: 2026-05-28}\n"
    "- {id: B-2, title: Solved, status: resolved, raised: 2026-05-14, resolved: 2026-05-27}\n"
    "decisions:\n"
    "- {id: D-1, title: Asked, status: proposed, needed_by: 2026-06-03}\n"
    "- {id: D-2, title: Made, status: accepted, decided: 2026-05-21}\n";

TEST_CASE("periods: each report has what its dates prove, the newest how things stand",
          "[period]") {
  const Outline outline = composed({
      {"work.yaml", kWork},
      {"reports.yaml",
       "status_reports:\n"
       "- {id: SR-2, title: Two, date: 2026-05-22, status: sent}\n"
       "- {id: SR-1, title: One, date: 2026-05-15, status: sent}\n"
       "- {id: SR-3, title: Three, date: 2026-05-29}\n"},
  });
  REQUIRE(outline.periods.size() == 3);
  const PeriodFacts& one = period_of(outline, "SR-1");
  CHECK(to_iso(one.from) == "2026-05-08");
  CHECK(ids(outline, one.completed) == "T-1 ");
  CHECK(ids(outline, one.changed) == "B-2 ");
  CHECK_FALSE(one.now);
  CHECK(one.previous == kNoViewRecord);
  CHECK(one.next_report == record_named(outline.view, "SR-2"));

  const PeriodFacts& two = period_of(outline, "SR-2");
  CHECK(to_iso(two.from) == "2026-05-15");
  CHECK(ids(outline, two.completed) == "T-2 D-2 ");
  CHECK(ids(outline, two.changed) == "R-1 ");
  CHECK(two.risks.empty());

  const PeriodFacts& now = outline.period;
  CHECK(now.report == record_named(outline.view, "SR-3"));
  CHECK(now.previous == record_named(outline.view, "SR-2"));
  CHECK(to_iso(now.from) == "2026-05-22");
  CHECK(to_iso(now.to) == "2026-06-01");
  CHECK(now.now);
  CHECK(ids(outline, now.completed) == "M-1 T-3 B-2 ");
  CHECK(ids(outline, now.changed) == "T-5 B-1 ");
  CHECK(ids(outline, now.in_progress) == "T-4 ");
  CHECK(ids(outline, now.risks) == "R-2 R-1 ");
  CHECK(ids(outline, now.blockers) == "B-1 ");
  CHECK(ids(outline, now.asks) == "D-1 ");
  CHECK(ids(outline, now.upcoming) == "T-4 M-2 ");
  CHECK(&period_of(outline, "SR-3") == &outline.period);
  CHECK(outline.periods.back().in_progress == now.in_progress);
}

TEST_CASE("periods: of sent reports none is told anew", "[period]") {
  const Outline outline = composed({
      {"work.yaml", kWork},
      {"reports.yaml",
       "status_reports:\n"
       "- {id: SR-1, title: One, date: 2026-05-22}\n"
       "- {id: SR-2, title: Two, date: 2026-05-29, as_sent: All of it.}\n"},
  });
  const ViewRecord& sent = outline.view.record(record_named(outline.view, "SR-2"));
  CHECK(is_sent(outline.view, sent));
  CHECK(facts_as_sent(outline.view, sent) != nullptr);
  CHECK(period_of(outline, "SR-2").in_progress.empty());
  CHECK(ids(outline, period_of(outline, "SR-2").completed) == "M-1 T-3 B-2 ");
  CHECK(outline.period.report == kNoViewRecord);
  CHECK(words_of(outline.period) == record_named(outline.view, "SR-2"));
  CHECK(to_iso(outline.period.from) == "2026-05-29");
  CHECK(outline.period.completed.empty());
}

TEST_CASE("periods: a report for a day to come is being written", "[period]") {
  const Outline outline = composed({
      {"reports.yaml",
       "status_reports:\n"
       "- {id: SR-1, title: One, date: 2026-05-29, status: sent}\n"
       "- {id: SR-2, title: Two, date: 2026-06-05, status: draft}\n"},
  });
  CHECK(outline.period.report == record_named(outline.view, "SR-2"));
  CHECK(to_iso(outline.period.from) == "2026-05-29");
  CHECK(to_iso(outline.period.to) == "2026-06-01");
}

TEST_CASE("periods: an old report speaks of no period of now", "[period]") {
  const Outline outline = composed({
      {"work.yaml", kWork},
      {"reports.yaml", "status_reports:\n- {id: SR-1, title: One, date: 2026-05-15}\n"},
  });
  CHECK(outline.period.report == kNoViewRecord);
  CHECK(to_iso(outline.period.from) == "2026-05-15");
  CHECK_FALSE(outline.periods.front().now);
  CHECK(outline.periods.front().risks.empty());
}

TEST_CASE("periods: without reports it is a week", "[period]") {
  const Outline outline = composed({{"work.yaml", kWork}});
  CHECK(outline.periods.empty());
  CHECK(to_iso(outline.period.from) == "2026-05-25");
  CHECK(ids(outline, outline.period.completed) == "M-1 T-3 B-2 ");
  CHECK(words_of(outline.period) == kNoViewRecord);
}

TEST_CASE("periods: reports of one day share one", "[period]") {
  const Outline outline = composed({
      {"work.yaml", kWork},
      {"reports.yaml",
       "status_reports:\n"
       "- {id: SR-1, title: For all, date: 2026-05-22, status: sent}\n"
       "- {id: SR-2, title: For some, date: 2026-05-22, status: sent}\n"},
  });
  CHECK(&period_of(outline, "SR-1") == &period_of(outline, "SR-2"));
  CHECK(outline.periods[1].completed.empty());
  CHECK(to_iso(outline.periods[1].from) == "2026-05-15");
}

}  // namespace
}  // namespace milepost
