// Tests of the facts of records: dates, levels, health, clocks, reviews.
#include "analyze/analyze.h"

#include "analyze/print.h"
#include "catch.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

// 2026-06-01 is a Monday.
struct Analyzed {
  Linked linked;
  Analysis analysis;

  explicit Analyzed(Linked::Files files)
      : linked(files), analysis(analyze_program(linked.program, *make_date(2026, 6, 1))) {}
  const RecordFacts& of(std::string_view id) const { return analysis.of(linked.id(id)); }
  static std::string iso(const std::optional<Date>& date) { return date ? to_iso(*date) : "-"; }
};

TEST_CASE("a coarse date is its last working day as due, its first as start", "[analyze]") {
  const Analyzed got({{"program.yaml", R"(program: X
start: 2026-01-05
calendar: {holidays: [2026-05-29]}
)"},
                      {"plan.yaml", R"(tasks:
- {id: T-1, title: One, start: 2026-08, due: 2026-05, started: 2026-W20}
- {id: T-2, title: Two, due: 2026-05-31}
)"}});
  CHECK(got.iso(got.of("T-1").start) == "2026-08-03");
  CHECK(got.iso(got.of("T-1").due) == "2026-05-28");
  CHECK(got.iso(got.of("T-1").started) == "2026-05-11");
  CHECK(got.iso(got.of("T-2").due) == "2026-05-31");
}

TEST_CASE("dates count from records in working days of the one who counts", "[analyze]") {
  const Analyzed got({{"program.yaml", R"(program: X
start: 2026-01-05
calendar: {calendars: {bengaluru: {holidays: [2026-06-25]}}}
people: {asha: {name: Asha, team: platform}, li: {name: Li, away: [2026-06-24]}}
teams: {platform: {name: Platform, calendar: bengaluru}}
)"},
                      {"plan.yaml", R"(milestones:
- {id: M-GA, title: GA, due: 2026-06-30}
dependencies:
- {id: DEP-1, title: One, needed_by: M-GA - 5d}
- {id: DEP-2, title: Two, owner: asha, needed_by: M-GA - 5d}
- {id: DEP-3, title: Three, owner: li, needed_by: M-GA - 5d}
- {id: DEP-4, title: Four, needed_by: DEP-1 - 1w}
- {id: DEP-5, title: Five, needed_by: M-GA + 2d wall}
- {id: DEP-6, title: Six, needed_by: DEP-7}
- {id: DEP-7, title: Seven, needed_by: DEP-6}
)"}});
  CHECK(got.iso(got.of("DEP-1").needed_by) == "2026-06-23");
  CHECK(got.iso(got.of("DEP-2").needed_by) == "2026-06-22");
  CHECK(got.iso(got.of("DEP-3").needed_by) == "2026-06-22");
  CHECK(got.iso(got.of("DEP-4").needed_by) == "2026-06-16");
  CHECK(got.iso(got.of("DEP-5").needed_by) == "2026-07-02");
  CHECK(got.iso(got.of("DEP-6").needed_by) == "-");
  CHECK(got.of("DEP-1").time == 0);
  CHECK(got.of("DEP-2").time != 0);
}

TEST_CASE("thousands of dates that count from each other are resolved without recursion",
          "[analyze]") {
  std::string plan = "milestones:\n- {id: M-1, title: GA, due: 2026-06-30}\ndependencies:\n";
  plan += "- {id: DEP-1, title: D1, needed_by: M-1 - 0d}\n";
  constexpr int kCount = 5000;
  for (int i = 2; i <= kCount; ++i) {
    plan += "- {id: DEP-" + std::to_string(i) + ", title: D" + std::to_string(i) +
            ", needed_by: DEP-" + std::to_string(i - 1) + " + 0d}\n";
  }
  const Analyzed got({{"plan.yaml", plan}});
  CHECK(got.iso(got.of("DEP-5000").needed_by) == "2026-06-30");
}

TEST_CASE("status, phase and health", "[analyze]") {
  const Analyzed got({{"plan.yaml", R"(tasks:
- {id: T-1, title: One}
- {id: T-2, title: Two, status: in_progress, health: at_risk}
- {id: T-3, title: Three, status: 🔴 off track}
- {id: T-4, title: Four, status: done}
- {id: T-5, title: Five, status: gefummel}
- {id: T-6, title: Six, status: cancelled}
)"}});
  CHECK(got.of("T-1").phase == Phase::waiting);
  CHECK(got.of("T-2").phase == Phase::doing);
  CHECK(got.of("T-2").reported == Health::at_risk);
  CHECK(got.of("T-3").phase == Phase::doing);
  CHECK(got.of("T-3").reported == Health::off_track);
  CHECK(got.of("T-4").phase == Phase::done);
  CHECK(got.of("T-5").status == kNoStatus);
  CHECK(got.of("T-5").phase == Phase::doing);
  CHECK(got.of("T-6").phase == Phase::dropped);
}

TEST_CASE("risks have a score and a band", "[analyze]") {
  const Analyzed got({{"risks.yaml", R"(risks:
- {id: R-1, title: One, likelihood: medium, impact: high}
- {id: R-2, title: Two, likelihood: low, impact: low}
- {id: R-3, title: Three, likelihood: high, impact: high}
- {id: R-4, title: Four, score: 15}
- {id: R-5, title: Five, likelihood: high}
)"}});
  CHECK(got.of("R-1").score == 12);
  CHECK(got.of("R-1").band == 3);
  CHECK(got.of("R-2").score == 4);
  CHECK(got.of("R-2").band == 1);
  CHECK(got.of("R-3").band == 4);
  CHECK(got.of("R-4").score == 15);
  CHECK(got.of("R-4").band == 3);
  CHECK(got.of("R-5").score == 0);
  CHECK(got.analysis.three_levels);
  const Analyzed five(
      {{"risks.yaml", "risks:\n- {id: R-1, title: X, likelihood: 5, impact: 3}\n"}});
  CHECK_FALSE(five.analysis.three_levels);
}

TEST_CASE("a blocker's clock runs from when it was raised", "[analyze]") {
  const Analyzed got({{"program.yaml", R"(program: X
start: 2026-01-05
calendar: {timezone: Europe/London, sprints: {first: 2026-01-05, length: 2w}}
escalation: {p1: {respond: 2d}}
)"},
                      {"blockers.yaml", R"(blockers:
- {id: B-0, title: Zero, severity: P0, raised: 2026-05-28}
- {id: B-1, title: One, severity: P1, raised: 2026-05-28, acknowledged: 2026-05-29}
- {id: B-2, title: Two, severity: P2, raised: 2026-05-28, escalated_to: Bob}
- {id: B-3, title: Three, severity: P3, raised: 2026-05-28}
- {id: B-4, title: Four, severity: P0}
escalations:
- {id: E-1, title: Help, escalates: [B-3]}
)"}});
  const auto respond = [&](std::string_view id) {
    const auto& by = got.of(id).respond_by;
    return by ? to_iso(*by) : std::string("-");
  };
  CHECK(got.of("B-0").priority == 0);
  CHECK(respond("B-0") == "2026-05-29T00:00:00Z");
  CHECK_FALSE(got.of("B-0").responded);
  CHECK(respond("B-1") == "2026-06-01T23:00:00Z");
  CHECK(got.of("B-1").responded);
  // The sprint of 28 May ends on 7 June.
  CHECK(respond("B-2") == "2026-06-07T23:00:00Z");
  CHECK(got.of("B-2").responded);
  CHECK(respond("B-3") == "-");
  CHECK(got.of("B-3").responded);
  CHECK(respond("B-4") == "-");
}

TEST_CASE("a meeting refreshes what was reviewed in it", "[analyze]") {
  const Analyzed got({{"raid.yaml", R"(risks:
- {id: R-001, title: One, reviewed: 2026-04-01}
- {id: R-002, title: Two}
- {id: R-003, title: Three, reviewed: 2026-05-30}
- {id: R-004, title: Four}
decisions:
- {id: D-021, title: Go}
meetings:
- {id: MTG-1, title: Review, held: 2026-05-25, reviewed: [R-001..R-003], decided: [D-021]}
- {id: MTG-2, title: Next, held: 2026-06-08, status: planned, reviewed: [R-004]}
)"}});
  CHECK(got.iso(got.of("R-001").last_reviewed) == "2026-05-25");
  CHECK(got.iso(got.of("R-002").last_reviewed) == "2026-05-25");
  CHECK(got.iso(got.of("R-003").last_reviewed) == "2026-05-30");
  CHECK(got.iso(got.of("R-004").last_reviewed) == "-");
  CHECK(got.iso(got.of("D-021").last_reviewed) == "2026-05-25");
}

TEST_CASE("the program's reported health is its newest status report's", "[analyze]") {
  const Analyzed got({{"status.yaml", R"(status_reports:
- {id: SR-1, title: Week 20, date: 2026-05-18, health: on_track}
- {id: SR-2, title: Week 21, date: 2026-05-25, health: at_risk}
- {id: SR-3, title: Week 23, date: 2026-06-08, health: off_track}
- {id: SR-4, title: Draft, date: 2026-05-29, health: off_track, status: draft}
)"}});
  CHECK(got.analysis.newest_report == got.linked.id("SR-2"));
  CHECK(got.analysis.program_reported == Health::at_risk);
}

TEST_CASE("owner and team are who answers for it", "[analyze]") {
  const Analyzed got({{"program.yaml", R"(program: X
start: 2026-01-05
people: {asha: {name: Asha, team: platform}}
teams: {platform: {name: Platform}, data: {name: Data}}
roles: {tpm: asha}
)"},
                      {"plan.yaml", R"(tasks:
- {id: T-1, title: One, owner: asha}
- {id: T-2, title: Two, owner: tpm, team: data}
- {id: T-3, title: Three, owner: Data team}
dependencies:
- {id: DEP-1, title: Four, provider: data}
)"}});
  CHECK(got.of("T-1").owner == PersonIndex{0});
  CHECK(got.of("T-1").team == TeamIndex{0});
  CHECK(got.of("T-2").owner == PersonIndex{0});
  CHECK(got.of("T-2").team == TeamIndex{1});
  CHECK(got.of("T-3").owner == kNoPerson);
  CHECK(got.of("T-3").team == TeamIndex{1});
  CHECK(got.of("DEP-1").team == TeamIndex{1});
}

TEST_CASE("check boxes are counted and the dump shows the facts that are there", "[analyze]") {
  const Analyzed got({{"releases/REL-1.md", R"(---
id: REL-1
kind: release
title: Checkout 1.0
target: 2026-06-22
---
## Testing
- [x] Load test
- [ ] Accessibility audit (advisory)
)"}});
  CHECK(got.of("REL-1").checks_done == 1);
  CHECK(got.of("REL-1").checks_total == 2);
  const std::string dump = print_analysis(got.linked.program, got.analysis);
  CHECK(dump.starts_with("as_of: 2026-06-01\n"));
  CHECK(dump.find("\nREL-1 release\n") != std::string::npos);
  CHECK(dump.find("  due: 2026-06-22\n  checks: 1/2\n") != std::string::npos);
}

}  // namespace
}  // namespace milepost
