// How work goes by the dates and facts alone, beside what its owners report.
#pragma once

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

/// Fills computed, reasons, rosier and explained of the items of `analysis.schedule`, and computed
/// and reasons of the program. Needs facts and a built schedule. By the thresholds of the program
/// (docs/health.md has the rules); reasons come gravest first. Linear in records and links.
void compute_health(const Program& program, Analysis& analysis);

}  // namespace milepost
