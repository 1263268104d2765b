// The line beside the verdict: the committed date, the forecast, and how far it may reach.
#pragma once

#include "compose/outline.h"
#include "markup/html.h"

namespace milepost {

/// For the overview: weekends shaded, a tick at the committed date, a stone at the forecast, a line
/// from one to the other in the colour of the health, a ring where the version before had the
/// forecast, a band from P20 to P80. Empty if the target
/// has no forecast date, or nothing to set it against: no committed date and no range. Constant
/// cost, but for the days it spans.
Html draw_forecast_line(const Outline& outline);

}  // namespace milepost
