// Change requests and incidents as text, for `milepost dump --stage analyze` and tests.
#pragma once

#include <string>

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

/// A change request or an incident a paragraph; empty if there is none.
std::string print_control(const Program& program, const Analysis& analysis);

}  // namespace milepost
