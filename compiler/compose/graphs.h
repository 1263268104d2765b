// Which graphs of the plan a site has.
#pragma once

#include <vector>

#include "compose/outline.h"

namespace milepost {

/// Of all graphs of a site together. One that is drawn as groups counts as kMostGraphNodes: it
/// takes as much reading of the plan.
inline constexpr size_t kMostNodesOfAllGraphs = 6000;

/// The program's graph, then those of workstreams and teams in the order of the View, then those of
/// open milestones and releases, the target first and then by finish; those without an edge left
/// out, and those after kMostNodesOfAllGraphs. Pages are not yet set. Linear in items and edges
/// times the number of milestones it gives.
std::vector<GraphPage> plan_graphs(const View& view);

}  // namespace milepost
