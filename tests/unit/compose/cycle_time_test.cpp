// How long decisions, escalations and blockers took, by what says so.
#include "compose/cycle_time.h"

#include <string>

#include "catch.h"
#include "unit/compose/composed.h"

namespace milepost {
namespace {

TEST_CASE("cycle time: median and slowest of those that say both days", "[cycle]") {
  const Outline outline = composed({{"decisions.yaml", R"(decisions:
- {id: D-1, title: Quick, status: accepted, raised: 2026-05-18, decided: 2026-05-19}
- {id: D-2, title: Slow, status: accepted, raised: 2026-05-04, decided: 2026-05-25}
- {id: D-3, title: Same day, status: accepted, raised: 2026-05-18, decided: 2026-05-18}
- {id: D-4, title: Who knows, status: accepted, decided: 2026-05-18}
- {id: D-5, title: Backwards, status: accepted, raised: 2026-05-20, decided: 2026-05-18}
- {id: D-6, title: Refused, status: rejected, raised: 2026-05-18, decided: 2026-05-19}
- {id: D-7, title: Open, status: proposed, raised: 2026-05-18}
)"}});
  const CycleTimes times = cycle_times(outline, kind_named(outline.view, "decision"));
  CHECK(times.days == std::vector<int64_t>{0, 1, 15});
  CHECK(times.closed == 5);
  CHECK(times.median_tenths() == 10);
  CHECK(times.mean_tenths() == 53);
  CHECK(times.within(10) == 2);
  CHECK(outline.view.record(times.slowest).id == "D-2");
}

TEST_CASE("cycle time: an escalation ends with the decision that answers it", "[cycle]") {
  const Outline outline = composed({{"all.yaml", R"(escalations:
- {id: E-1, title: Which, raised: 2026-05-18, status: resolved}
- {id: E-2, title: Said, raised: 2026-05-18, resolved: 2026-05-20, status: resolved}
- {id: E-3, title: Open, raised: 2026-05-18}
decisions:
- {id: D-1, title: That, status: accepted, decided: 2026-05-22, decides: [E-1]}
)"}});
  const View& view = outline.view;
  CHECK(cycle_days(view, record_named(view, "E-1")) == 4);
  CHECK(cycle_days(view, record_named(view, "E-2")) == 2);
  CHECK(!cycle_days(view, record_named(view, "E-3")));
  const OpenedClosed counts =
      opened_and_closed(outline, kind_named(view, "escalation"), *make_date(2026, 5, 21));
  CHECK(counts.opened == 0);
  CHECK(counts.closed == 1);
}

TEST_CASE("cycle time: halves and nothing at all", "[cycle]") {
  CycleTimes times;
  CHECK(times.median_tenths() == 0);
  CHECK(times.mean_tenths() == 0);
  times.days = {2, 3};
  CHECK(times.median_tenths() == 25);
  CHECK(times.mean_tenths() == 25);
}

}  // namespace
}  // namespace milepost
