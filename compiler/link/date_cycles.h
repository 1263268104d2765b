// Dates that wait for each other.
#pragma once

#include <vector>

#include "diagnostics/diagnostic.h"
#include "link/program.h"
#include "link/references.h"

namespace milepost {

/// Reports dates that wait for each other. Linear.
void find_date_cycles(const Program& program, const std::vector<DatedValue>& dated,
                      DiagnosticSink& sink);

}  // namespace milepost
