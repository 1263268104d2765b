// How work goes by the dates and facts alone, beside what its owners report.
#pragma once

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

/// Fills computed, reasons, rosier and explained of the items of `schedule`, and computed and
/// reasons of the program. Needs the facts of `analysis`, not its schedule. By the thresholds of
/// the program (docs/health.md has the rules); reasons come gravest first. Linear in records and
/// links.
void compute_health(const Program& program, const Analysis& analysis, Schedule& schedule);

}  // namespace milepost
