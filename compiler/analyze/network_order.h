// Puts the nodes of a network in an order in which predecessors come first.
#pragma once

#include "analyze/passes.h"

namespace milepost {

/// Fills order, cut, circles, incoming, outgoing and their offsets. O(nodes + edges).
void order_network(const Network& network, Passes& passes);

}  // namespace milepost
