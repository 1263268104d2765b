// The plan on a calendar: which rows there are, where they stand, what is folded away.
#include "compose/gantt.h"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "unit/compose/viewed.h"
#include "unit/draw/plans.h"

namespace milepost {
namespace {

const GanttRow* row_of(const View& view, const Gantt& gantt, std::string_view id) {
  for (const GanttGroup& group : gantt.groups) {
    for (const GanttRow& row : group.rows) {
      if (view.record(row.record).id == id) return &row;
    }
  }
  return nullptr;
}

const GanttGroup* group_of(const View& view, const Gantt& gantt, std::string_view id) {
  for (const GanttGroup& group : gantt.groups) {
    for (const GanttRow& row : group.rows) {
      if (view.record(row.record).id == id) return &group;
    }
  }
  return nullptr;
}

constexpr std::string_view kSmall =
    "workstreams:\n"
    "- {id: WS-A, title: Alpha}\n"
    "- {id: WS-B, title: Beta}\n"
    "tasks:\n"
    "- {id: T-1, title: Built, part_of: WS-A, owner: ann, started: 2026-05-18, estimate: 5d, "
    "due: 2026-05-22, finished: 2026-05-22, status: done}\n"
    "- {id: T-2, title: Going, part_of: WS-A, owner: ann, started: 2026-05-25, percent: 50, "
    "estimate: 10d, due: 2026-06-05, status: in_progress, depends_on: [T-1]}\n"
    "- {id: T-3, title: To come, part_of: WS-A, owner: ann, estimate: 3d, due: 2026-06-10, "
    "status: not_started, depends_on: [T-2], delivers: M-1}\n"
    "- {id: T-4, title: Beside, part_of: WS-B, owner: ann, estimate: 2d, start: 2026-06-01, "
    "due: 2026-06-02, status: not_started, delivers: M-1}\n"
    "- {id: T-5, title: Only due, owner: ann, due: 2026-06-09, status: not_started}\n"
    "- {id: T-6, title: Undated, owner: ann, status: not_started}\n"
    "milestones:\n"
    "- {id: M-1, title: The end, owner: ann, due: 2026-06-10, status: not_started}\n"
    "dependencies:\n"
    "- {id: DEP-1, title: From others, owner: ann, promised: 2026-06-03, status: in_progress, "
    "blocks: T-3}\n";

TEST_CASE("gantt: bars, stones and what is left of them", "[gantt]") {
  const View view = view_of_files({{"plan.yaml", std::string(kSmall)}});
  const Gantt gantt = make_gantt(view);
  const GanttWindow& window = gantt.window;
  CHECK(window.as_of == days_between(window.first, view.program.as_of));
  CHECK(weekday(window.first) == Weekday::monday);
  CHECK(window.days % 7 == 0);

  const GanttRow* going = row_of(view, gantt, "T-2");
  REQUIRE(going != nullptr);
  CHECK(going->shape == GanttShape::bar);
  CHECK(going->begin == window.place(*make_date(2026, 5, 25)));
  CHECK(going->end == window.place(*make_date(2026, 6, 5)) + 1);
  CHECK(going->worked == window.as_of);

  const GanttRow* built = row_of(view, gantt, "T-1");
  REQUIRE(built != nullptr);
  CHECK(built->done);
  CHECK(built->worked == built->end);
  CHECK_FALSE(built->critical);

  const GanttRow* end = row_of(view, gantt, "M-1");
  REQUIRE(end != nullptr);
  CHECK(end->shape == GanttShape::stone);
  CHECK(end->begin == end->end);

  const GanttRow* beside = row_of(view, gantt, "T-4");
  REQUIRE(beside != nullptr);
  CHECK_FALSE(beside->critical);
  REQUIRE(beside->float_to);
  CHECK(*beside->float_to > beside->end);

  const GanttRow* due = row_of(view, gantt, "T-5");
  REQUIRE(due != nullptr);
  CHECK(due->shape == GanttShape::due);
  CHECK(row_of(view, gantt, "T-6") == nullptr);
  REQUIRE(gantt.undated.size() == 1);
  CHECK(view.record(gantt.undated.front()).id == "T-6");
}

TEST_CASE("gantt: what is part of nothing stands with what drives it", "[gantt]") {
  const View view = view_of_files({{"plan.yaml", std::string(kSmall)}});
  const Gantt gantt = make_gantt(view);
  const GanttGroup* alpha = group_of(view, gantt, "T-3");
  REQUIRE(alpha != nullptr);
  CHECK(group_of(view, gantt, "M-1") == alpha);
  CHECK(group_of(view, gantt, "DEP-1") == alpha);
  // The path first, the rest last.
  CHECK(&gantt.groups.front() == alpha);
  CHECK(gantt.groups.back().workstream == kNotInPlan);
}

TEST_CASE("gantt: the path is linked from step to step", "[gantt]") {
  const View view = view_of_files({{"plan.yaml", std::string(kSmall)}});
  const Gantt gantt = make_gantt(view);
  std::vector<ViewRecordId> records(gantt.lines, kNotInPlan);
  for (const GanttGroup& group : gantt.groups) {
    for (size_t i = 0; i < group.rows.size(); ++i) {
      records[group.line + 1 + i] = group.rows[i].record;
    }
  }
  REQUIRE(gantt.links.size() == 2);
  for (const GanttLink& link : gantt.links) {
    CHECK(view.schedule.item(records[link.from])->critical);
    CHECK(view.schedule.item(records[link.to])->critical);
    CHECK(link.leaves <= link.arrives);
  }
  const GanttRow* last = row_of(view, gantt, "T-3");
  REQUIRE(last != nullptr);
  CHECK(last->waits_for.size() == 2);
}

TEST_CASE("gantt: every item is in a row or accounted for", "[gantt]") {
  for (const size_t tasks : {20u, 60u, 500u, 2000u}) {
    const View view = plan_of(tasks);
    const Gantt gantt = make_gantt(view);
    std::vector<int> seen(view.records.size());
    size_t rows = 0;
    uint32_t line = 0;
    for (const GanttGroup& group : gantt.groups) {
      CHECK(group.line == line);
      line += 1 + static_cast<uint32_t>(group.rows.size());
      CHECK(group.shown <= group.rows.size());
      rows += group.rows.size();
      for (const GanttRow& row : group.rows) {
        ++seen[number(row.record)];
        CHECK(row.begin <= row.worked);
        CHECK(row.worked <= row.rest);
        CHECK(row.rest <= row.end);
      }
    }
    CHECK(gantt.lines == line);
    CHECK(rows <= kMostRows);
    for (const ViewRecordId id : gantt.before) ++seen[number(id)];
    for (const ViewRecordId id : gantt.after) ++seen[number(id)];
    for (const ViewRecordId id : gantt.undated) ++seen[number(id)];
    CHECK(std::ranges::all_of(seen, [](int times) { return times <= 1; }));
    const auto items = static_cast<size_t>(
        std::ranges::count_if(view.schedule.items, [&](const ViewScheduleItem& item) {
          return !view.kind_of(view.record(item.record)).is("workstream");
        }));
    CHECK(rows + gantt.before.size() + gantt.after.size() + gantt.undated.size() + gantt.left_out ==
          items);
  }
}

TEST_CASE("gantt: a large plan opens with few rows, and its path is never left out", "[gantt]") {
  const View view = plan_of(2000);
  const Gantt gantt = make_gantt(view);
  size_t open = 0;
  for (const GanttGroup& group : gantt.groups) {
    if (group.open) open += group.shown;
  }
  CHECK(open <= kOpenRows);
  CHECK(open > 0);
  CHECK(gantt.left_out > 0);
  for (const ViewScheduleItem& item : view.schedule.items) {
    if (!item.critical || item.state == ViewPlanState::done) continue;
    const std::string& id = view.record(item.record).id;
    CAPTURE(id);
    const bool later = std::ranges::find(gantt.after, item.record) != gantt.after.end();
    CHECK((later || row_of(view, gantt, id) != nullptr));
  }
}

TEST_CASE("gantt: parts stand below what they are part of", "[gantt]") {
  const View view =
      view_of_files({{"plan.yaml",
                      "tasks:\n"
                      "- {id: T-9, title: Whole, owner: ann, status: in_progress}\n"
                      "- {id: T-1, title: Other, owner: ann, estimate: 1d, due: 2026-06-03}\n"
                      "- {id: T-3, title: Second, part_of: T-9, estimate: 2d, due: 2026-06-09}\n"
                      "- {id: T-2, title: First, part_of: T-9, estimate: 2d, due: 2026-06-02}\n"}});
  const Gantt gantt = make_gantt(view);
  REQUIRE(gantt.groups.size() == 1);
  std::string order;
  for (const GanttRow& row : gantt.groups.front().rows) {
    order += view.record(row.record).id + ":" + std::to_string(row.depth) + " ";
  }
  CAPTURE(order);
  CHECK(order.find("T-9:0 T-2:1 T-3:1 ") != std::string::npos);
  CHECK(row_of(view, gantt, "T-9")->shape == GanttShape::parts);
}

TEST_CASE("gantt: the window is the plan if that is short, else what lies around now", "[gantt]") {
  const auto window = [](std::string_view due, std::string_view begun) {
    return gantt_window(view_of_files(
        {{"plan.yaml", "tasks:\n- {id: T-1, title: A, started: " + std::string(begun) +
                           ", estimate: 5d, due: 2026-06-05, status: in_progress}\n"
                           "milestones:\n- {id: M-1, title: B, due: " +
                           std::string(due) + "}\n"}}));
  };
  const GanttWindow all = window("2026-06-12", "2026-05-20");
  CHECK(all.scale == GanttScale::days);
  CHECK(all.as_of > 0);
  const GanttWindow weeks = window("2026-09-18", "2025-01-06");
  CHECK(weeks.scale == GanttScale::weeks);
  CHECK(weeks.as_of <= 63);
  const GanttWindow months = window("2027-06-01", "2026-05-20");
  CHECK(months.scale == GanttScale::months);
  const GanttWindow quarters = window("2029-01-01", "2026-05-20");
  CHECK(quarters.scale == GanttScale::quarters);
  CHECK(quarters.days < 1200);
  for (const GanttWindow& one : {all, weeks, months, quarters}) {
    CHECK(one.near_first >= 0);
    CHECK(one.near_first + one.near_days <= one.days);
    CHECK(std::ranges::is_sorted(one.ticks, {}, &GanttTick::at));
    for (const GanttRun& run : one.runs) {
      CHECK(run.from >= 0);
      CHECK(run.from < run.to);
      CHECK(run.to <= one.days);
    }
  }
}

TEST_CASE("gantt: weekends, holidays and freezes of the program", "[gantt]") {
  const View view = view_of_files(
      {{"program.yaml",
        "program: P\ncalendar: {week: sun-thu, holidays: [2026-06-03], "
        "freezes: [2026-06-08..2026-06-09]}\n"},
       {"plan.yaml", "tasks:\n- {id: T-1, title: A, estimate: 5d, due: 2026-06-20}\n"}});
  const GanttWindow window = gantt_window(view);
  CHECK(weekday(window.first) == Weekday::sunday);
  const auto kind_on = [&](Date day) -> int {
    for (const GanttRun& run : window.runs) {
      const int32_t at = window.place(day);
      if (run.from <= at && at < run.to) return static_cast<int>(run.kind);
    }
    return -1;
  };
  CHECK(kind_on(*make_date(2026, 6, 5)) == static_cast<int>(GanttOff::weekend));
  CHECK(kind_on(*make_date(2026, 6, 3)) == static_cast<int>(GanttOff::holiday));
  CHECK(kind_on(*make_date(2026, 6, 8)) == static_cast<int>(GanttOff::freeze));
  CHECK(kind_on(*make_date(2026, 6, 7)) == -1);
}

TEST_CASE("gantt: an empty program has no rows", "[gantt]") {
  const View view = view_of_files({{"risks.yaml", "risks:\n- {id: R-1, title: A}\n"}});
  const Gantt gantt = make_gantt(view);
  CHECK(gantt.groups.empty());
  CHECK(gantt.lines == 0);
}

}  // namespace
}  // namespace milepost
