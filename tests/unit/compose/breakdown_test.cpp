// The work as a tree: everything once, under what it is part of.
#include "compose/breakdown.h"

#include <string>
#include <vector>

#include "catch.h"
#include "unit/compose/viewed.h"
#include "unit/draw/plans.h"

namespace milepost {
namespace {

TEST_CASE("breakdown: workstreams, tasks and their parts", "[breakdown]") {
  const View view =
      view_of_files({{"plan.yaml",
                      "workstreams:\n"
                      "- {id: WS-A, title: Alpha}\n"
                      "- {id: WS-B, title: Empty}\n"
                      "tasks:\n"
                      "- {id: T-2, title: Whole, part_of: WS-A}\n"
                      "- {id: T-4, title: Second, part_of: T-2, estimate: 2d, due: 2026-06-09}\n"
                      "- {id: T-3, title: First, part_of: T-2, status: done, started: 2026-05-25, "
                      "finished: 2026-05-28}\n"
                      "- {id: T-1, title: Alone, due: 2026-06-05}\n"
                      "- {id: T-5, title: Dropped, status: cancelled, part_of: WS-A}\n"
                      "milestones:\n"
                      "- {id: M-1, title: End, due: 2026-06-30}\n"}});
  const Breakdown breakdown = make_breakdown(view);
  std::string tree;
  for (const BreakdownGroup& group : breakdown.groups) {
    tree += group.workstream == kNotInPlan ? "-" : view.record(group.workstream).id;
    for (const BreakdownRow& row : group.rows) {
      tree += " " + view.record(row.record).id + ":" + std::to_string(row.depth);
    }
    tree += "\n";
  }
  CHECK(tree == "WS-A T-2:0 T-3:1 T-4:1\nWS-B\n- T-1:0 M-1:0\n");
  CHECK(breakdown.items == 5);
  CHECK(breakdown.done == 1);
}

TEST_CASE("breakdown: each item once, and no more rows than a page can hold", "[breakdown]") {
  for (const size_t tasks : {60u, 3000u}) {
    const View view = plan_of(tasks);
    const Breakdown breakdown = make_breakdown(view);
    std::vector<int> seen(view.records.size());
    size_t rows = 0;
    size_t shown = 0;
    for (const BreakdownGroup& group : breakdown.groups) {
      rows += group.rows.size();
      shown += group.shown;
      for (const BreakdownRow& row : group.rows) ++seen[number(row.record)];
    }
    CHECK(rows == breakdown.items);
    CHECK(rows >= tasks);
    CHECK(shown <= 1300 + 10 * breakdown.groups.size());
    for (const int times : seen) CHECK(times <= 1);
  }
}

}  // namespace
}  // namespace milepost
