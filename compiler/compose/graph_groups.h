// A graph too large for a picture, as a graph of groups.
#pragma once

#include "compose/graph_model.h"

namespace milepost {

/// Makes the nodes of a model workstreams, or teams where that gives no picture, each with the
/// graph of its own; edges are those between items of two groups, counted. Where nothing divides
/// the items the model becomes one of form `nothing`. Linear in the model but for the groups.
void group_graph(const Outline& outline, const GraphPage& graph, GraphModel& model);

}  // namespace milepost
