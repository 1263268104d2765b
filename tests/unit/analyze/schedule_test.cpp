// Records become a plan: who is in it, what holds what, commitments, summaries, baselines, reasons.
#include <string>

#include "analyze/analyze.h"
#include "analyze/passes.h"
#include "catch.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

// 2026-06-01, the day, is a Monday.
struct Planned {
  Linked linked;
  Analysis analysis;

  explicit Planned(const char* plan, const char* program = "program: X\n")
      : linked({{"program.yaml", program}, {"plan.yaml", plan}}),
        analysis(analyze_program(linked.program, *make_date(2026, 6, 1))) {}

  const Schedule& schedule() const { return analysis.schedule; }
  const ScheduleItem& item(std::string_view id) const {
    const ScheduleItem* found = schedule().item(linked.id(id));
    REQUIRE(found != nullptr);
    return *found;
  }
  std::string id(RecordIndex record) const {
    return record == kNoRecord ? "-" : linked.program.record(record).id;
  }
  /// "06-01..06-05", "06-05" where nothing says the start, "-" without dates.
  std::string dates(std::string_view name) const {
    const ScheduleItem& of = item(name);
    if (!of.dated) return "-";
    const std::string finish = to_iso(of.finish).substr(5);
    return of.start_known ? to_iso(of.start).substr(5) + ".." + finish : finish;
  }
  std::string path() const {
    std::string out;
    for (const RecordIndex record : schedule().critical_path) out += id(record) + " ";
    return out;
  }
  /// "+2 DEP-1 because I-1, ": the sum that explains a milestone.
  std::string why(std::string_view milestone) const {
    for (const Explanation& one : schedule().explanations) {
      if (id(one.milestone) != milestone) continue;
      std::string out;
      int32_t sum = 0;
      for (const SlipPart& part : one.parts) {
        sum += part.days;
        out += (part.days > 0 ? "+" : "") + std::to_string(part.days) + " " + id(part.item);
        if (part.because != kNoRecord) out += " because " + id(part.because);
        out += ", ";
      }
      CHECK(sum == one.slip);
      return out;
    }
    return "not explained";
  }
  SlipCause first_cause(std::string_view milestone) const {
    for (const Explanation& one : schedule().explanations) {
      if (id(one.milestone) == milestone && !one.parts.empty()) return one.parts.front().cause;
    }
    FAIL("no part of a slip");
    return SlipCause::absorbed;
  }
};

TEST_CASE("owners and due dates without an estimate give sober dates", "[schedule]") {
  const Planned plan(R"(tasks:
- {id: T-1, title: One, due: 2026-06-05}
- {id: T-2, title: Two, due: 2026-06-12, depends_on: [T-1], delivers: [M-1]}
- {id: T-3, title: No date at all}
- {id: T-4, title: After something, depends_on: [T-2]}
- {id: T-5, title: Overdue, due: 2026-05-20, status: in_progress}
milestones:
- {id: M-1, title: Done, due: 2026-06-15}
)");
  CHECK(plan.dates("T-1") == "06-05");
  CHECK(plan.dates("T-2") == "06-12");
  CHECK(plan.dates("T-3") == "-");
  CHECK(plan.dates("T-4") == "06-12");
  CHECK(plan.dates("T-5") == "06-01");
  CHECK(plan.item("T-5").slip == 8);
  CHECK(plan.dates("M-1") == "06-15..06-15");
  CHECK(plan.item("T-2").length == 0);
  CHECK(plan.path() == "T-1 T-2 M-1 ");
  CHECK(plan.schedule().explanations.front().path_items == 2);
  CHECK(plan.schedule().explanations.front().path_estimated == 0);
}

TEST_CASE("where a length comes from", "[schedule]") {
  const Planned plan(R"(tasks:
- {id: T-1, title: Left, estimate: 10d, remaining: 3d, status: in_progress}
- {id: T-2, title: Per cent, estimate: 10d, percent: 65, status: in_progress}
- {id: T-3, title: Worked, estimate: 10d, started: 2026-05-26, status: in_progress}
- {id: T-4, title: Worked through, estimate: 3d, started: 2026-05-11, status: in_progress}
- {id: T-5, title: Dates, start: 2026-06-03, due: 2026-06-09}
- {id: T-6, title: Dates under way, started: 2026-05-25, due: 2026-06-04, status: in_progress}
- {id: T-7, title: Range, estimate: 1w..2w}
- {id: T-8, title: Half days, estimate: 12h}
- {id: T-9, title: Calendar days, estimate: 5d wall, start: 2026-06-05}
)");
  const auto left = [&](std::string_view id) { return plan.item(id).remaining; };
  CHECK(left("T-1") == 3);
  CHECK(left("T-2") == 4);  // 3.5: a begun day counts
  CHECK(left("T-3") == 6);
  CHECK(left("T-4") == 1);
  CHECK(plan.item("T-3").percent == 40);
  CHECK(plan.dates("T-5") == "06-03..06-09");
  CHECK(plan.item("T-5").source == LengthSource::dates);
  CHECK(plan.dates("T-6") == "05-25..06-04");
  CHECK(plan.item("T-7").length == 8);
  CHECK(plan.item("T-8").length == 2);
  CHECK(plan.dates("T-9") == "06-05..06-09");
}

TEST_CASE("working days are the owner's", "[schedule]") {
  const Planned plan(R"(tasks:
- {id: T-1, title: Away, owner: asha, estimate: 4d}
- {id: T-2, title: Part-time, owner: yuki, estimate: 5d}
- {id: T-3, title: There, estimate: 4d}
)",
                     R"(program: X
calendar: {holidays: [2026-06-04]}
people:
  asha: {name: Asha, away: [2026-06-02..2026-06-03]}
  yuki: {name: Yuki, week: mon-thu}
)");
  CHECK(plan.dates("T-1") == "06-01..06-09");
  CHECK(plan.dates("T-2") == "06-01..06-09");
  CHECK(plan.dates("T-3") == "06-01..06-05");
}

TEST_CASE("`schedule: effort` takes commitments for deadlines", "[schedule]") {
  const char* tasks = "tasks: [{id: T-1, title: One, estimate: 3d, due: 2026-06-12}]\n";
  CHECK(Planned(tasks).dates("T-1") == "06-10..06-12");
  const Planned effort(tasks, "program: X\nschedule: effort\n");
  CHECK(effort.dates("T-1") == "06-01..06-03");
  CHECK(effort.item("T-1").commitment_float == 7);
}

TEST_CASE("summaries have the dates of their parts, and links to them hold all parts",
          "[schedule]") {
  const Planned plan(R"(workstreams:
- {id: WS-1, title: Stream, due: 2026-06-05}
- {id: WS-2, title: Later, start: 2026-06-15}
tasks:
- {id: T-1, title: One, estimate: 6d, percent: 50, status: in_progress, part_of: WS-1}
- {id: T-2, title: Two, estimate: 4d, depends_on: [T-1], part_of: WS-1}
- {id: T-3, title: After it, estimate: 1d, depends_on: [WS-1]}
- {id: T-4, title: With it, estimate: 1d, depends_on: [{to: WS-1, type: SS, lag: 1d}]}
- {id: T-5, title: Held by the start, estimate: 2d, part_of: WS-2}
- {id: T-6, title: Within a task, estimate: 2d, part_of: T-7}
- {id: T-7, title: Package, part_of: WS-2, depends_on: [T-3]}
)");
  const ScheduleItem& stream = plan.item("WS-1");
  CHECK(stream.summary);
  CHECK(plan.dates("WS-1") == "06-01..06-09");
  CHECK(stream.percent == 30);
  CHECK(stream.slip == 2);
  CHECK(stream.commitment_float == -2);
  CHECK(plan.item("T-1").commitment_float == -2);
  CHECK(plan.dates("T-3") == "06-10..06-10");
  CHECK(plan.dates("T-4") == "06-02..06-02");
  CHECK(plan.dates("T-5") == "06-15..06-16");
  CHECK(plan.dates("T-6") == "06-15..06-16");
  CHECK(plan.dates("WS-2") == "06-15..06-16");
  CHECK(plan.id(plan.item("T-6").parent) == "T-7");
  CHECK(plan.id(plan.item("T-6").workstream) == "WS-2");
  CHECK(plan.item("T-2").free_float == 0);
}

TEST_CASE("a part that nothing waits for keeps its free float under a summary", "[schedule]") {
  const Planned plan(R"(workstreams: [{id: WS-1, title: Stream, due: 2026-06-30}]
tasks:
- {id: T-1, title: Short, estimate: 2d, part_of: WS-1}
- {id: T-2, title: Long, estimate: 9d, part_of: WS-1}
)");
  CHECK(plan.item("T-1").free_float == 7);
  CHECK(plan.item("T-1").total_float == 7);
}

TEST_CASE("open blockers hold what they stop", "[schedule]") {
  const auto with = [](const std::string& blocker) {
    return Planned(
               ("tasks: [{id: T-1, title: One, estimate: 3d}]\nblockers:\n- {id: B-1, title: B, "
                "blocks: [T-1], " +
                blocker + "}\n")
                   .c_str())
        .dates("T-1");
  };
  CHECK(with("severity: p0, due: 2026-06-04") == "06-05..06-09");
  CHECK(with("severity: p1, due: 2026-06-04") == "06-05..06-09");
  CHECK(with("severity: p1, workaround: By hand, due: 2026-06-04") == "06-01..06-03");
  CHECK(with("severity: p2, due: 2026-06-04") == "06-01..06-03");
  CHECK(with("severity: p0, due: 2026-06-04, status: resolved") == "06-01..06-03");
  CHECK(with("severity: p0") == "06-02..06-04");
}

TEST_CASE("what is no work is in the plan where work waits for it", "[schedule]") {
  const Planned plan(R"(tasks:
- {id: T-1, title: One, estimate: 2d, depends_on: [D-1, D-2]}
decisions:
- {id: D-1, title: Which way, needed_by: 2026-06-10, status: proposed}
- {id: D-2, title: Settled, decided: 2026-05-12, status: accepted}
- {id: D-3, title: Of no concern, needed_by: 2026-07-10, status: proposed}
)");
  CHECK(plan.dates("T-1") == "06-11..06-12");
  CHECK(plan.item("D-1").kind == PlanKind::other);
  CHECK(plan.item("D-2").state == PlanState::done);
  CHECK(plan.schedule().item(plan.linked.id("D-3")) == nullptr);
}

TEST_CASE("what is cancelled is not in the plan", "[schedule]") {
  const Planned plan(R"(tasks:
- {id: T-1, title: One, estimate: 9d, status: cancelled}
- {id: T-2, title: Two, estimate: 2d, depends_on: [T-1]}
)");
  CHECK(plan.dates("T-2") == "06-01..06-02");
  CHECK(plan.schedule().item(plan.linked.id("T-1")) == nullptr);
}

TEST_CASE("baselines: the newest counts, the first is kept", "[schedule]") {
  const Planned plan(R"(milestones:
- {id: M-1, title: One, due: 2026-06-12, baseline: [{due: 2026-06-05, set: 2026-05-01}, {due: 2026-05-20, set: 2026-02-02}]}
- {id: M-2, title: Two, due: ~~2026-06-05~~ 2026-06-12}
- {id: M-3, title: Three, due: 2026-06-12}
- {id: M-4, title: Four, due: 2026-06-12}
)",
                     "program: X\nbaseline: {M-3: 2026-06-10}\n");
  const ScheduleItem& first = plan.item("M-1");
  CHECK(to_iso(*first.baseline) == "2026-06-05");
  CHECK(to_iso(*first.first_baseline) == "2026-05-20");
  CHECK(first.rebaselines == 1);
  CHECK(first.slip == 5);
  CHECK(first.slip_from_first == 17);
  CHECK(plan.item("M-2").slip == 5);
  CHECK(plan.item("M-3").slip == 2);
  CHECK(plan.item("M-4").slip == 0);
}

TEST_CASE("the target is the program's, else what comes last", "[schedule]") {
  const char* plan = R"(milestones:
- {id: M-1, title: One, due: 2026-06-12}
- {id: M-2, title: Two, due: 2026-06-30}
- {id: M-3, title: Three, due: 2026-07-30, status: complete, finished: 2026-05-20}
)";
  CHECK(Planned(plan).path() == "M-2 ");
  CHECK(Planned(plan, "program: X\ntarget: M-1\n").path() == "M-1 ");
  CHECK(Planned(plan, "program: X\ntarget: M-3\n").path() == "M-2 ");
}

TEST_CASE("a slip is a sum of causes that adds up", "[schedule]") {
  const Planned plan(R"(dependencies:
- {id: DEP-1, title: Interface, needed_by: 2026-06-03, promised: 2026-06-05}
tasks:
- {id: T-1, title: One, estimate: 2d, start: 2026-06-04, due: 2026-06-05, depends_on: [DEP-1]}
- {id: T-2, title: Two, estimate: 5d, start: 2026-06-08, due: 2026-06-10, depends_on: [T-1], delivers: [M-1]}
milestones:
- {id: M-1, title: Done, due: 2026-06-11}
issues:
- {id: I-1, title: Short of people, raised: 2026-05-20, relates_to: [DEP-1]}
- {id: I-2, title: Forgotten, raised: 2026-05-28, status: closed, relates_to: [DEP-1]}
)");
  CHECK(plan.dates("M-1") == "06-16..06-16");
  CHECK(plan.why("M-1") == "+2 DEP-1 because I-1, +2 T-2, -1 M-1, ");
  CHECK(plan.first_cause("M-1") == SlipCause::promised_later);
}

TEST_CASE("causes of a slip", "[schedule]") {
  const auto cause = [](const std::string& task) {
    return Planned(
               ("tasks:\n- {id: T-1, title: One, delivers: [M-1], " + task +
                "}\nmilestones: [{id: M-1, title: M, due: 2026-05-29}]\n" +
                "blockers: [{id: B-1, title: B, severity: p0, due: 2026-06-08, blocks: [T-9]}]\n")
                   .c_str())
        .first_cause("M-1");
  };
  CHECK(cause("due: 2026-05-29, status: in_progress") == SlipCause::overdue);
  CHECK(cause("start: 2026-05-28, due: 2026-05-29, estimate: 2d") == SlipCause::not_started);
  CHECK(cause("started: 2026-05-28, due: 2026-05-29, estimate: 9d, status: in_progress") ==
        SlipCause::takes_longer);
  CHECK(cause("due: 2026-06-09, baseline: [{due: 2026-05-29}]") == SlipCause::own_date);
  const Planned blocked(
      R"(tasks: [{id: T-1, title: One, estimate: 1d, due: 2026-06-02, delivers: [M-1]}]
milestones: [{id: M-1, title: M, due: 2026-06-02}]
blockers: [{id: B-1, title: B, severity: p0, due: 2026-06-08, blocks: [T-1]}]
)");
  CHECK(blocked.why("M-1") == "+5 T-1 because B-1, ");
  CHECK(blocked.first_cause("M-1") == SlipCause::blocked);
  const Planned longer(R"(tasks:
- {id: T-1, title: One, estimate: 5d}
- {id: T-2, title: Two, estimate: 1d, depends_on: [T-1], delivers: [M-1]}
milestones: [{id: M-1, title: M, due: 2026-06-04}]
)");
  CHECK(longer.why("M-1") == "+2 M-1, ");
  CHECK(longer.first_cause("M-1") == SlipCause::longer_path);
}

TEST_CASE("what the target gains is the least that gives the most", "[schedule]") {
  const Planned plan(R"(tasks:
- {id: T-1, title: Path, estimate: 10d, delivers: [M-1]}
- {id: T-2, title: Beside it, estimate: 8d, delivers: [M-1]}
milestones: [{id: M-1, title: M, due: 2026-06-01}]
)");
  REQUIRE(plan.schedule().gains.size() == 1);
  const Impact& gain = plan.schedule().gains.front();
  CHECK(gain.days == -2);
  CHECK(gain.target_days == -2);
  CHECK(to_iso(gain.target_finish) == "2026-06-10");
}

}  // namespace
}  // namespace milepost
