// The schedule as text, an item a paragraph.
#pragma once

#include <string>

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

/// Ends with a newline; empty if nothing is in the plan.
std::string print_schedule(const Program& program, const Analysis& analysis);

}  // namespace milepost
