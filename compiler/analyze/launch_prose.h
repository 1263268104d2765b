// What people write into one line of a launch plan: "10 % of traffic → monitor for 2 hours".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyze/launch_clock.h"
#include "calendar/duration.h"

namespace milepost {

struct StepLine {
  std::string what;
  std::optional<Duration> watch;
};

/// Takes a length of watching off the end of a line: `→ monitor for 2 hours`, `, watch 2h`,
/// `(wait 30 min)`. Without one the line stays as it is.
StepLine read_step_line(std::string_view line, const LaunchClock& clock);

/// Whether a decision point (`After 10%`, `10 % of traffic`) speaks of the step `what`.
bool speaks_of(std::string_view point, std::string_view what);

}  // namespace milepost
