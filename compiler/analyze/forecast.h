// How likely each date is: Monte Carlo over the ranges, risks and confidence of a program.
#pragma once

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

/// Needs the facts of `analysis` and of `schedule` network, passes, items, path and target. The
/// same for any `jobs`. As many trials as `schedule: {trials: …}` asks for, fewer if there is a lot
/// to compute (docs/forecast.md); none if nothing is uncertain.
Forecast make_forecast(const Program& program, const Analysis& analysis, const Schedule& schedule,
                       unsigned jobs);

}  // namespace milepost
