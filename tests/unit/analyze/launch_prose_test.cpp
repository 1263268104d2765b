// Tests of lines of launch plans.
#include "analyze/launch_prose.h"

#include "catch.h"

namespace milepost {
namespace {

TEST_CASE("a line says how long its step is watched", "[launch]") {
  const Settings settings;
  const WorkingTime time;
  const LaunchClock clock(settings, time);
  const auto what = [&](const char* line) { return read_step_line(line, clock).what; };
  const auto minutes = [&](const char* line) {
    const auto watch = read_step_line(line, clock).watch;
    return watch ? watch->minutes : -1;
  };
  for (const char* line : {"10% traffic → Monitor for 2 hours", "10% traffic -> monitor 2h",
                           "10% traffic, watch for 2h", "10% traffic (wait 2h)",
                           "10% traffic; observe for 2 hours.", "10% traffic – soak for 2h"}) {
    INFO(line);
    CHECK(what(line) == "10% traffic");
    CHECK(minutes(line) == 120);
  }
  CHECK(what("Watch the queue") == "Watch the queue");
  CHECK(minutes("Watch the queue") == -1);
  CHECK(what("Stopwatch 2h") == "Stopwatch 2h");
  CHECK(what("→ monitor 2h").empty());
}

TEST_CASE("a decision point speaks of a step", "[launch]") {
  CHECK(speaks_of("After 10%", "10% of traffic"));
  CHECK(speaks_of("After 10 %", "10% of traffic"));
  CHECK(speaks_of("10 % of traffic", "10% of traffic"));
  CHECK(speaks_of("after 100%", "100 %"));
  CHECK_FALSE(speaks_of("After 10%", "100% of traffic"));
  CHECK_FALSE(speaks_of("After the pilot", "10% of traffic"));
  CHECK_FALSE(speaks_of("", "10% of traffic"));
}

}  // namespace
}  // namespace milepost
