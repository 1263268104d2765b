// The schedule that crosses the wall knows of hidden work by the dates of what it drives alone.
#include <string>

#include "analyze/analyze.h"
#include "calendar/date.h"
#include "catch.h"
#include "redact/redact.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

const std::string kPlan = R"(tasks:
- {id: T-1, title: Seen before, estimate: 2d, delivers: M-1}
- {id: T-3, title: Seen after, estimate: 2d, depends_on: [T-2], delivers: M-1}
- {id: T-4, title: Seen beside, estimate: 1d, delivers: M-1}
milestones:
- {id: M-1, title: The end, due: 2026-06-05}
)";

const std::string kHidden =
    "tasks:\n- {id: T-2, title: CANARY, estimate: 10d, depends_on: [T-1], visibility: "
    "restricted}\n";

struct Seen {
  View view;
  const ViewScheduleItem* item(std::string_view id) const {
    for (uint32_t i = 0; i < view.records.size(); ++i) {
      if (view.records[i].id == id) return view.schedule.item(ViewRecordId{i});
    }
    return nullptr;
  }
};

Seen see(bool masked) {
  Linked linked({{"plan.yaml", kPlan}, {"hidden.yaml", kHidden}});
  Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  RedactOptions options;
  if (masked) {
    PlanMask mask = visible_plan(linked.program, analysis.schedule, options.audience);
    REQUIRE_FALSE(mask.records.empty());
    keep_visible(linked.program, analysis, std::move(mask));
  }
  return {redact_program(std::move(linked.program), linked.sources, analysis, {}, {}, options)};
}

TEST_CASE("redact: hidden work leaves the dates of what it drives, and nothing else",
          "[redact][schedule]") {
  const Seen seen = see(true);
  const ViewSchedule& schedule = seen.view.schedule;
  REQUIRE(schedule.items.size() == 4);
  // T-1 1 and 2 June, T-2 3 to 16 June, T-3 17 and 18 June.
  CHECK(to_iso(seen.item("T-3")->finish) == "2026-06-18");
  CHECK(to_iso(seen.item("M-1")->finish) == "2026-06-18");
  // No way leads from T-1 to T-3: its float is that of work beside.
  CHECK(seen.item("T-3")->driver == kNotInPlan);
  CHECK(seen.item("T-1")->total_float == seen.item("T-4")->total_float - 1);
  CHECK_FALSE(seen.item("T-1")->critical);
  CHECK(seen.item("T-3")->critical);
  for (const ViewScheduleEdge& edge : schedule.edges) CHECK(edge.to == seen.item("M-1")->record);
  CHECK(schedule.critical_path.size() == 2);
}

TEST_CASE("redact: a schedule that knows of hidden work is left out", "[redact][schedule]") {
  const Seen seen = see(false);
  CHECK(seen.view.schedule.items.empty());
  CHECK(seen.view.schedule.edges.empty());
  CHECK(seen.view.schedule.critical_path.empty());
}

TEST_CASE("redact: without hidden work the schedule stays as it is", "[redact][schedule]") {
  Linked linked({{"plan.yaml", kPlan}, {"rest.yaml", "tasks:\n- {id: T-2, title: Seen}\n"}});
  const Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  CHECK(visible_plan(linked.program, analysis.schedule, Audience()).records.empty());
}

}  // namespace
}  // namespace milepost
