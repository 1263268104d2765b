// A Program as text, for `milepost dump --stage link` and tests.
#pragma once

#include <string>

#include "link/program.h"
#include "load/source_set.h"

namespace milepost {

/// People, teams, records with their links both ways and parties, links of pages, assets. Stable
/// order; one fact a line, so that a difference of two dumps reads well.
std::string print_program(const Program& program, const SourceSet& sources);

}  // namespace milepost
