// Response clocks: what can be said from what is known, and no more.
#include "compose/response_clock.h"

#include <string>

#include "catch.h"
#include "unit/compose/composed.h"

namespace milepost {
namespace {

ResponseClock clock_of(std::string_view fields) {
  const std::string text = "blockers:\n- {id: B-1, title: Stopped, " + std::string(fields) + "}\n";
  const Outline outline = composed({{"blockers.yaml", text}});
  return response_clock(outline.view, outline.view.record(record_named(outline.view, "B-1")));
}

TEST_CASE("clock: past once the whole day is, running before", "[clock]") {
  const ResponseClock past = clock_of("severity: p1, raised: 2026-05-28 15:20");
  CHECK(past.state == ClockState::past);
  CHECK(past.percent == 100);
  // Due at 09:00 of the as-of date, which has no time of day.
  CHECK(clock_of("severity: p1, raised: 2026-05-31 09:00").state == ClockState::running);
  const ResponseClock running = clock_of("severity: p1, raised: 2026-05-31 12:00");
  CHECK(running.state == ClockState::running);
  CHECK(running.percent == 50);
}

TEST_CASE("clock: a day without a time is late by nothing that was not written", "[clock]") {
  const ResponseClock clock = clock_of("severity: p1, raised: 2026-05-31");
  CHECK(clock.state == ClockState::running);
  CHECK(clock.percent == 0);
}

TEST_CASE("clock: how long the answer took, if both moments are told to the minute", "[clock]") {
  const ResponseClock quick =
      clock_of("severity: p0, raised: 2026-05-26 08:50, acknowledged: 2026-05-26 09:05");
  CHECK(quick.state == ClockState::answered);
  CHECK(quick.took_minutes == 15);
  CHECK(quick.percent == 25);
  CHECK(!quick.answered_late);
  const ResponseClock slow =
      clock_of("severity: p0, raised: 2026-05-26 08:50, acknowledged: 2026-05-26 11:05");
  CHECK(slow.answered_late);
  CHECK(slow.percent == 100);
  const ResponseClock coarse =
      clock_of("severity: p0, raised: 2026-05-26 08:50, acknowledged: 2026-05-26");
  CHECK(coarse.state == ClockState::answered);
  CHECK(!coarse.took_minutes);
  CHECK(!coarse.percent);
}

TEST_CASE("clock: none without a response time", "[clock]") {
  CHECK(clock_of("severity: p3, raised: 2026-05-26 08:50").state == ClockState::none);
  CHECK(clock_of("severity: p0").state == ClockState::none);
}

}  // namespace
}  // namespace milepost
