// The pages of graphs.
#pragma once

#include <string>

#include "compose/outline.h"

namespace milepost {

/// What a graph is called: the program, a workstream, team or milestone by its title.
std::string graph_title(const Outline& outline, const GraphPage& graph);

}  // namespace milepost
