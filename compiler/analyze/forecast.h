// How likely each date is: Monte Carlo over the ranges, risks and confidence of a program.
#pragma once

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

/// Needs facts and schedule (network, passes, items, critical path, target). The same for any
/// `jobs`. As many trials as `schedule: {trials: …}` asks for, fewer if there is a lot to compute
/// (docs/forecast.md); none if nothing is uncertain.
Forecast make_forecast(const Program& program, const Analysis& analysis, unsigned jobs);

}  // namespace milepost
