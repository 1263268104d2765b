// Tests of the forecast of whole programs: what is uncertain, what comes out, and that it stays.
#include "analyze/analyze.h"

#include <cmath>
#include <string>

#include "analyze/doubts.h"
#include "analyze/print_schedule.h"
#include "analyze/sensitivity.h"
#include "catch.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

struct Forecasted {
  Linked linked;
  Analysis analysis;

  explicit Forecasted(std::string plan, std::string program = "program: X\n", unsigned jobs = 1)
      : linked({{"program.yaml", std::move(program)}, {"plan.yaml", std::move(plan)}}),
        analysis(analyze_program(linked.program, *make_date(2026, 6, 1), jobs)) {}

  const Forecast& forecast() const { return analysis.schedule.forecast; }
  const ForecastDates& dates(std::string_view id) const {
    for (const ForecastDates& one : forecast().dates) {
      if (one.item == linked.id(id)) return one;
    }
    FAIL("no forecast of " << id);
    return forecast().dates.front();
  }
  const ForecastDriver* driver(std::string_view id) const {
    for (const ForecastDriver& one : forecast().drivers) {
      if (one.item == linked.id(id)) return &one;
    }
    return nullptr;
  }
  Doubts doubts() const { return find_doubts(linked.program, analysis, analysis.schedule); }
  std::string text() const { return print_schedule(linked.program, analysis); }
};

constexpr const char* kEffort = "program: X\nschedule: effort\n";

TEST_CASE("where nothing is uncertain there are no trials", "[analyze][forecast]") {
  const Forecasted got(R"(tasks:
- {id: T-1, title: a, estimate: 5d, delivers: M-1}
milestones: [{id: M-1, title: b, due: 2026-06-12}]
risks:
- {id: R-1, title: c, likelihood: high, threatens: [T-1]}
- {id: R-2, title: d, likelihood: high, status: closed, threatens: [{to: T-1, delay: 5d}]}
- {id: R-3, title: e, threatens: [{to: T-1, delay: 5d}]}
dependencies:
- {id: DEP-1, title: f, promised: 2026-06-05, confidence: 50%, required_by: [T-1]}
- {id: DEP-2, title: g, promised: 2026-06-05, likely_delay: 5d, required_by: [T-1]}
)");
  CHECK(got.forecast().trials == 0);
  CHECK(got.forecast().dates.empty());
  CHECK(got.forecast().path_work == 5);
  CHECK(got.forecast().path_ranged == 0);
  CHECK(got.forecast().indicative);
}

TEST_CASE("trials: 0 turns the forecast off", "[analyze][forecast]") {
  const Forecasted got(R"(tasks: [{id: T-1, title: a, estimate: 5d..9d, delivers: M-1}]
milestones: [{id: M-1, title: b}]
)",
                       "program: X\nschedule: {trials: 0}\n");
  CHECK(got.forecast().trials == 0);
  CHECK(got.forecast().path_ranged == got.forecast().path_work);
  CHECK_FALSE(got.forecast().indicative);
}

TEST_CASE("the range of work under way is that of what is left", "[analyze][forecast]") {
  const Forecasted got(R"(tasks:
- {id: T-1, title: a, estimate: {optimistic: 5d, likely: 10d, pessimistic: 30d}}
- {id: T-2, title: b, estimate: {optimistic: 5d, likely: 10d, pessimistic: 30d}, percent: 60, started: 2026-05-20, status: in_progress}
- {id: T-3, title: c, estimate: {optimistic: 5d, likely: 10d, pessimistic: 30d}, remaining: 5d, started: 2026-05-20, status: in_progress}
- {id: T-4, title: d, estimate: 5d..9d, status: done}
- {id: T-5, title: e, estimate: {optimistic: 24h wall, likely: 48h wall, pessimistic: 96h wall}}
)");
  const Doubts doubts = got.doubts();
  REQUIRE(doubts.lengths.size() == 4);
  CHECK(doubts.lengths[0].days.low == 5);
  CHECK(doubts.lengths[0].days.high == 30);
  CHECK(doubts.lengths[1].days.low == 2);
  CHECK(doubts.lengths[1].days.likely == 4);
  CHECK(doubts.lengths[1].days.high == 12);
  CHECK(doubts.lengths[2].days.high == 15);
  CHECK(doubts.lengths[3].days.low == 1);
  CHECK(doubts.lengths[3].days.high == 4);
}

TEST_CASE("a risk counts by its likelihood, on parts of a summary that end it",
          "[analyze][forecast]") {
  const Forecasted got(R"(workstreams: [{id: WS-1, title: a}]
tasks:
- {id: T-1, title: b, part_of: WS-1, estimate: 5d}
- {id: T-2, title: c, part_of: WS-1, estimate: 5d, depends_on: T-1}
- {id: T-3, title: d, part_of: WS-1, estimate: 3d}
milestones: [{id: M-1, title: e, depends_on: [T-2, T-3]}]
risks:
- {id: R-1, title: f, likelihood: low, threatens: [{to: WS-1, delay: 2d..4d}, {to: M-1, delay: 1d}]}
dependencies:
- {id: DEP-1, title: g, promised: 2026-06-05, confidence: 70%, likely_delay: 5d, required_by: [T-1]}
)");
  const Doubts doubts = got.doubts();
  REQUIRE(doubts.delays.size() == 3);
  const auto node = [&](std::string_view id) {
    return got.analysis.schedule.item(got.linked.id(id))->node;
  };
  CHECK(doubts.delays[0].nodes == std::vector<uint32_t>{node("DEP-1")});
  CHECK(std::abs(doubts.delays[0].chance - 0.3) < 1e-12);
  for (const DelayDoubt& delay : doubts.delays) {
    if (delay.nodes.size() == 2) {
      CHECK(delay.chance == 0.3);
      CHECK(delay.nodes == std::vector<uint32_t>{node("T-2"), node("T-3")});
    }
  }
}

TEST_CASE("dates and chances of a program", "[analyze][forecast]") {
  // Ten working days and a coin toss of five more.
  const Forecasted got(R"(tasks: [{id: T-1, title: a, estimate: 10d, delivers: M-1}]
milestones:
- {id: M-1, title: b, due: 2026-06-12}
- {id: M-2, title: c, due: 2026-06-30}
risks: [{id: R-1, title: d, likelihood: medium, threatens: [{to: T-1, delay: 5d}]}]
)",
                       "program: X\ntarget: M-1\n");
  const ForecastDates& dates = got.dates("M-1");
  CHECK(to_iso(dates.p20) == "2026-06-12");
  CHECK(to_iso(dates.p80) == "2026-06-19");
  CHECK(to_iso(dates.p95) == "2026-06-19");
  REQUIRE(dates.on_time.has_value());
  CHECK(std::abs(*dates.on_time - 500) < 20);
  // What nothing uncertain reaches is certain.
  CHECK(to_iso(got.dates("M-2").p20) == "2026-06-30");
  CHECK(to_iso(got.dates("M-2").p95) == "2026-06-30");
  CHECK(got.dates("M-2").on_time == 1000);
  REQUIRE(got.driver("T-1") != nullptr);
  CHECK(got.driver("T-1")->criticality == 1000);
  CHECK(got.driver("T-1")->sensitivity > 990);
}

TEST_CASE("a commitment holds in every trial; with effort work may be early",
          "[analyze][forecast]") {
  const std::string plan =
      R"(tasks: [{id: T-1, title: a, estimate: 2d..6d, due: 2026-06-12, delivers: M-1}]
milestones: [{id: M-1, title: b}]
)";
  CHECK(to_iso(Forecasted(plan).dates("M-1").p20) == "2026-06-12");
  CHECK(to_iso(Forecasted(plan, kEffort).dates("M-1").p20) == "2026-06-04");
}

TEST_CASE("longer work makes the target later, a seed makes other futures", "[analyze][forecast]") {
  const std::string plan = R"(tasks:
- {id: T-1, title: a, estimate: 5d..30d, delivers: M-1}
- {id: T-2, title: b, estimate: 2d..3d, depends_on: T-1, delivers: M-1}
- {id: T-3, title: c, estimate: 1d..2d, delivers: M-1}
milestones: [{id: M-1, title: d}]
)";
  const Forecasted got(plan, kEffort);
  REQUIRE(got.driver("T-1") != nullptr);
  CHECK(got.driver("T-1")->sensitivity > 900);
  CHECK(got.driver("T-1")->sensitivity > got.driver("T-2")->sensitivity);
  CHECK(got.driver("T-3") == nullptr);
  const Forecasted other(plan, "program: X\nschedule: {mode: effort, seed: 2}\n");
  CHECK(other.text() != got.text());
}

constexpr const char* kLarger = R"(milestones:
- {id: M-1, title: Pilot, due: 2026-07-10}
- {id: M-2, title: Launch, due: 2026-09-04, depends_on: [T-5, M-1]}
workstreams: [{id: WS-1, title: Build, owner: li}]
tasks:
- {id: T-1, title: a, part_of: WS-1, owner: li, estimate: {optimistic: 5d, likely: 8d, pessimistic: 25d}, percent: 30, started: 2026-05-18, status: in_progress}
- {id: T-2, title: b, part_of: WS-1, owner: mo, estimate: 2w..4w, depends_on: [{to: T-1, type: SS, lag: 3d}, DEP-1]}
- {id: T-3, title: c, owner: li, estimate: {optimistic: 2d, likely: 3d, pessimistic: 9d}, depends_on: [{to: T-2, type: FF, lag: -2d}], delivers: M-1}
- {id: T-4, title: d, owner: mo, estimate: 5d..8d, depends_on: WS-1, delivers: M-1}
- {id: T-5, title: e, estimate: 5w, depends_on: M-1}
dependencies:
- {id: DEP-1, title: f, promised: 2026-06-12, needed_by: 2026-06-12, confidence: 60%, likely_delay: 3d..15d, commitment: agreed}
risks:
- {id: R-1, title: g, likelihood: high, threatens: [{to: T-3, delay: 2d..6d}, {to: WS-1, delay: 1d..3d}]}
)";
constexpr const char* kCalendars = R"(program: X
target: M-2
calendar: {holidays: [2026-06-08..2026-06-10], calendars: {elsewhere: {holidays: [2026-06-22]}}}
people: {li: {name: Li}, mo: {name: Mo, calendar: elsewhere, week: sun-thu}}
)";

TEST_CASE("one job or eight, the forecast is the same", "[analyze][forecast]") {
  const std::string one = Forecasted(kLarger, kCalendars, 1).text();
  CHECK(Forecasted(kLarger, kCalendars, 8).text() == one);
  CHECK(Forecasted(kLarger, kCalendars, 3).text() == one);
}

TEST_CASE("a forecast has the same numbers in every build", "[analyze][forecast]") {
  const Forecasted got(kLarger, kCalendars, 2);
  std::string text;
  for (const ForecastDates& dates : got.forecast().dates) {
    text += got.linked.program.record(dates.item).id + " " + to_iso(dates.p20) + " " +
            to_iso(dates.p50) + " " + to_iso(dates.p80) + " " + to_iso(dates.p95) + " " +
            std::to_string(dates.on_time.value_or(9999)) + "\n";
  }
  for (const ForecastDriver& driver : got.forecast().drivers) {
    text += got.linked.program.record(driver.item).id + " " + std::to_string(driver.criticality) +
            " " + std::to_string(driver.sensitivity) + "\n";
  }
  CHECK(text == R"(M-1 2026-07-14 2026-07-20 2026-07-28 2026-08-03 31
M-2 2026-09-04 2026-09-04 2026-09-04 2026-09-07 929
DEP-1 2026-06-12 2026-06-12 2026-06-25 2026-06-30 604
DEP-1 1000 453
T-2 1000 259
T-4 1000 54
T-5 1000 0
T-3 0 107
)");
}

TEST_CASE("a record more changes no date that has nothing to do with it", "[analyze][forecast]") {
  const Forecasted before(kLarger, kCalendars);
  std::string more = kLarger;
  more += "- {id: R-2, title: h, likelihood: low, threatens: [{to: T-9, delay: 2d..6d}]}\n";
  more.insert(more.find("- {id: T-1,"), "- {id: T-9, title: i, estimate: 3d..9d}\n");
  const Forecasted larger(more, kCalendars);
  for (const char* id : {"M-1", "M-2", "DEP-1"}) {
    CHECK(larger.dates(id).p20 == before.dates(id).p20);
    CHECK(larger.dates(id).p80 == before.dates(id).p80);
    CHECK(larger.dates(id).on_time == before.dates(id).on_time);
  }
}

TEST_CASE("rank correlation", "[analyze][forecast]") {
  const std::vector<double> rising{1, 2, 3, 4, 5}, squares{1, 4, 9, 16, 25}, falling{9, 7, 5, 3, 1},
      level{2, 2, 2, 2, 2}, ties{1, 2, 2, 3, 3};
  CHECK(rank_correlation(rising, squares) == 1000);
  CHECK(rank_correlation(rising, falling) == -1000);
  CHECK(rank_correlation(rising, level) == 0);
  CHECK(rank_correlation(rising, ties) == 949);  // ranks 1, 2.5, 2.5, 4.5, 4.5
}

}  // namespace
}  // namespace milepost
