// Tests of computed health: items, summaries, the program, and reports that are rosier.
#include "analyze/computed_health.h"

#include <string>

#include "analyze/analyze.h"
#include "catch.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

struct Judged {
  Linked linked;
  Analysis analysis;

  explicit Judged(std::string plan, std::string program = "program: X\n")
      : linked({{"program.yaml", std::move(program)}, {"plan.yaml", std::move(plan)}}),
        analysis(analyze_program(linked.program, *make_date(2026, 6, 1))) {}

  const ScheduleItem& item(std::string_view id) const {
    return *analysis.schedule.item(linked.id(id));
  }
  std::string health(std::string_view id) const {
    return std::string(health_name(item(id).computed));
  }
  std::string program() const { return std::string(health_name(analysis.schedule.computed)); }
  // The first reason, as "cause days about".
  std::string reason(std::string_view id) const {
    const ScheduleItem& of = item(id);
    if (of.reasons_begin == of.reasons_end) return "-";
    return said(analysis.schedule.reasons[of.reasons_begin]);
  }
  std::string said(const HealthReason& reason) const {
    return std::to_string(static_cast<int>(reason.cause)) + " " + std::to_string(reason.days) +
           (reason.about == kNoRecord ? "" : " " + linked.program.record(reason.about).id);
  }
};

constexpr int kLate = 0, kBreaks = 1, kBlocked = 2, kStart = 3, kPart = 4, kResponse = 5,
              kDecision = 6, kNoDates = 7;
std::string cause(int number, int days, const std::string& about) {
  return std::to_string(number) + " " + std::to_string(days) + (about.empty() ? "" : " " + about);
}

TEST_CASE("tasks by their own dates", "[analyze][health]") {
  const Judged got(R"(tasks:
- {id: T-1, title: a, estimate: 10d, due: 2026-06-12}
- {id: T-2, title: b, estimate: 10d, due: 2026-06-11}
- {id: T-3, title: c, estimate: 10d, due: 2026-06-10}
- {id: T-4, title: d, estimate: 10d, due: 2026-06-09}
- {id: T-5, title: e, due: 2026-06-12, status: in_progress}
- {id: T-6, title: f, due: 2026-05-28, status: done}
- {id: T-7, title: g}
- {id: T-8, title: h, start: 2026-05-29, estimate: 5d, due: 2026-06-12}
- {id: T-9, title: i, due: 2026-05-28, status: in_progress}
)");
  CHECK(got.health("T-1") == "not_started");
  CHECK(got.health("T-2") == "at_risk");
  CHECK(got.reason("T-2") == cause(kLate, 1, "T-2"));
  CHECK(got.health("T-3") == "at_risk");
  CHECK(got.health("T-4") == "off_track");
  CHECK(got.reason("T-4") == cause(kLate, 3, "T-4"));
  CHECK(got.health("T-5") == "on_track");
  CHECK(got.health("T-6") == "complete");
  CHECK(got.health("T-7") == "none");
  CHECK(got.reason("T-7") == cause(kNoDates, 0, ""));
  CHECK(got.health("T-8") == "at_risk");
  CHECK(got.reason("T-8") == cause(kStart, 1, "T-8"));
  CHECK(got.health("T-9") == "at_risk");  // two working days: Friday and today
}

TEST_CASE("thresholds are the program's", "[analyze][health]") {
  const Judged got(R"(tasks:
- {id: T-1, title: a, estimate: 10d, due: 2026-06-10}
milestones:
- {id: M-1, title: b, due: 2026-06-10, depends_on: T-1}
)",
                   "program: X\nthresholds: {task_at_risk: 3, task_off_track: 5, "
                   "milestone_off_track: 2}\n");
  CHECK(got.item("M-1").computed == Health::off_track);
  // Two days late are none by themselves, but it makes the target late by as much.
  CHECK(got.health("T-1") == "not_started");
}

TEST_CASE("a milestone is at risk for a week, then off track", "[analyze][health]") {
  const Judged got(R"(tasks: [{id: T-1, title: a, estimate: 10d}]
milestones:
- {id: M-1, title: b, due: 2026-06-05, depends_on: T-1}
- {id: M-2, title: c, due: 2026-06-04, depends_on: T-1}
- {id: M-3, title: d, due: 2026-06-12, depends_on: T-1}
)",
                   "program: X\ntarget: M-1\n");
  CHECK(got.health("M-1") == "at_risk");
  CHECK(got.health("M-2") == "off_track");
  CHECK(got.health("M-3") == "on_track");
  // The task has no date of its own; it breaks the most of what was promised.
  CHECK(got.health("T-1") == "off_track");
  CHECK(got.reason("T-1") == cause(kBreaks, 6, "M-2"));
  CHECK(got.program() == "at_risk");
}

TEST_CASE("what an open blocker holds is blocked", "[analyze][health]") {
  const Judged got(R"(tasks:
- {id: T-1, title: a, due: 2026-06-26, blocked_by: B-1}
- {id: T-2, title: b, due: 2026-06-26, blocked_by: B-2}
- {id: T-3, title: c, due: 2026-06-26, blocked_by: B-3}
- {id: T-4, title: d, blocked_by: B-1}
blockers:
- {id: B-1, title: e, severity: P0, raised: 2026-05-29 09:00, acknowledged: 2026-05-29 09:05, due: 2026-06-03}
- {id: B-2, title: f, severity: P0, raised: 2026-05-20 09:00, status: resolved, resolved: 2026-05-21}
- {id: B-3, title: g, severity: P3, raised: 2026-05-29 09:00}
)");
  CHECK(got.health("T-1") == "blocked");
  CHECK(got.reason("T-1") == cause(kBlocked, 0, "B-1"));
  CHECK(got.health("T-2") == "not_started");
  CHECK(got.health("T-3") == "not_started");
  CHECK(got.health("T-4") == "blocked");
}

TEST_CASE("red off the path makes a summary at most at risk", "[analyze][health]") {
  const Judged got(R"(workstreams:
- {id: WS-1, title: a}
- {id: WS-2, title: b}
- {id: WS-3, title: c}
tasks:
- {id: T-1, title: d, part_of: WS-1, estimate: 20d, due: 2026-06-12, delivers: M-1}
- {id: T-2, title: e, part_of: WS-2, estimate: 10d, due: 2026-06-05}
- {id: T-3, title: f, part_of: WS-3, estimate: 10d, due: 2026-06-11}
milestones: [{id: M-1, title: g, due: 2026-06-26}]
)",
                   "program: X\ntarget: M-1\n");
  CHECK(got.health("T-1") == "off_track");
  CHECK(got.health("WS-1") == "off_track");
  CHECK(got.reason("WS-1") == cause(kPart, 10, "T-1"));
  CHECK(got.health("T-2") == "off_track");
  CHECK(got.health("WS-2") == "at_risk");
  CHECK(got.health("T-3") == "at_risk");
  CHECK(got.health("WS-3") == "not_started");
  CHECK(got.health("M-1") == "on_track");
  // The target keeps its date; what is red elsewhere makes the program at most at risk.
  CHECK(got.program() == "at_risk");
}

TEST_CASE("unanswered blockers and missed decisions alarm the program", "[analyze][health]") {
  const std::string plan = R"(tasks: [{id: T-1, title: a, due: 2026-06-12, delivers: M-1}]
milestones: [{id: M-1, title: b, due: 2026-06-26}]
)";
  CHECK(Judged(plan).program() == "on_track");
  const Judged late(plan +
                    "decisions: [{id: D-1, title: c, status: proposed, needed_by: 2026-05-29}]\n");
  CHECK(late.program() == "at_risk");
  REQUIRE(late.analysis.schedule.program_reasons.size() == 1);
  CHECK(late.said(late.analysis.schedule.program_reasons[0]) == cause(kDecision, 1, "D-1"));
  const Judged alarm(plan +
                     "blockers: [{id: B-1, title: c, severity: P0, raised: 2026-05-29 09:00}]\n");
  CHECK(alarm.program() == "at_risk");
  REQUIRE(alarm.analysis.schedule.program_reasons.size() == 1);
  CHECK(alarm.said(alarm.analysis.schedule.program_reasons[0]) == cause(kResponse, 0, "B-1"));
  // Answered, it still is one.
  const Judged answered(plan +
                        "blockers: [{id: B-1, title: c, severity: P0, raised: 2026-05-29 "
                        "09:00, acknowledged: 2026-05-29 09:10}]\n");
  CHECK(answered.program() == "at_risk");
  CHECK(answered.said(answered.analysis.schedule.program_reasons[0]) == cause(kBlocked, 0, "B-1"));
}

TEST_CASE("rosier than the facts, and explained", "[analyze][health]") {
  const Judged got(R"(tasks:
- {id: T-1, title: a, estimate: 10d, due: 2026-06-11, health: on_track}
- {id: T-2, title: b, estimate: 10d, due: 2026-06-11, health: at_risk}
- {id: T-3, title: c, estimate: 10d, due: 2026-06-01, health: at_risk}
- {id: T-4, title: d, estimate: 10d, due: 2026-06-01, health: {value: at_risk, because: e, until: 2026-06-01}}
- {id: T-5, title: e, estimate: 10d, due: 2026-06-01, health: {value: at_risk, because: e, until: 2026-05-29}}
- {id: T-6, title: f, estimate: 10d, due: 2026-06-30, health: off_track}
- {id: T-7, title: g, estimate: 10d, due: 2026-06-01}
- {id: T-8, title: h, health: on_track}
- {id: T-9, title: i, estimate: 10d, due: 2026-06-01, status: done, health: on_track}
)");
  const auto rosier = [&](std::string_view id) { return got.item(id).rosier; };
  const auto explained = [&](std::string_view id) { return got.item(id).explained; };
  CHECK(rosier("T-1"));
  CHECK_FALSE(rosier("T-2"));
  CHECK(rosier("T-3"));
  CHECK_FALSE(explained("T-3"));
  CHECK(rosier("T-4"));
  CHECK(explained("T-4"));
  CHECK(rosier("T-5"));
  CHECK_FALSE(explained("T-5"));
  for (const char* id : {"T-6", "T-7", "T-8", "T-9"}) CHECK_FALSE(rosier(id));
}

}  // namespace
}  // namespace milepost
