// Dates and progress of summaries from those of their parts.
#pragma once

#include <vector>

#include "analyze/analysis.h"
#include "analyze/network_builder.h"

namespace milepost {

/// Fills every summary: start (the least of its parts), finish (the greatest, and of what holds its
/// end), late dates and floats (the least), percent (weighted by length), length and remaining
/// (working days of its own from start to finish). `dated` is by node. Linear.
void roll_up(const Analysis& analysis, const PlanOutline& outline, const std::vector<bool>& dated,
             Schedule& schedule);

}  // namespace milepost
