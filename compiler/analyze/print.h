// An Analysis as text, for `milepost dump --stage analyze` and tests.
#pragma once

#include <string>

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

/// One record a paragraph, only the facts that are there, in the order of RecordFacts.
std::string print_analysis(const Program& program, const Analysis& analysis);

}  // namespace milepost
