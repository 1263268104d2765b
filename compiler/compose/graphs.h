// Which graphs of the plan a site has.
#pragma once

#include <vector>

#include "compose/outline.h"

namespace milepost {

/// The program's graph, then those of workstreams, teams and open milestones, each in the order of
/// the View; those without an edge left out. Pages are not yet set. Linear in items and edges, but
/// for milestones: in what they rest on.
std::vector<GraphPage> plan_graphs(const View& view);

}  // namespace milepost
