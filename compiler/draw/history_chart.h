// Figures over versions, and when milestones were expected: two sorts of charts.
#pragma once

#include <string_view>

#include "compose/outline.h"
#include "compose/trend_figures.h"
#include "markup/html.h"

namespace milepost {

/// Lines over the days of the versions, from 0 up. `name` ([a-z0-9-]+) is one of a kind on its
/// page. What it shows is its description; the table under it has the numbers. Of more than 400
/// versions evenly spread ones are drawn, the last among them.
Html draw_trend_figure(const Outline& outline, std::string_view name, const TrendFigure& figure);

/// A line a milestone: across the day of the version, up the day that it was expected on. A dot at
/// its end is one that is met. Empty if there is nothing to draw.
Html draw_slip_figure(const Outline& outline, const SlipFigure& figure);

}  // namespace milepost
