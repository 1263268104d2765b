// Transitive reduction: which edges follow from others.
#pragma once

#include <cstddef>
#include <span>

#include "compose/graph_model.h"

namespace milepost {

/// Marks plain edges between whose ends a longer way of plain edges leads, and counts them. Edges
/// that are critical or slipping, or say more than "after", are kept. `edges` are sorted by `from`.
/// Costs nodes × edges / 64.
uint32_t mark_redundant(size_t nodes, std::span<GraphEdge> edges);

/// Nodes so that each stands before what waits for it, as far as there are no circles; then by
/// number.
std::vector<uint32_t> order_nodes(size_t nodes, std::span<const GraphEdge> edges);

}  // namespace milepost
