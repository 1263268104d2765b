// Late dates and float: how far each item can move before something that counts does.
#pragma once

#include <vector>

#include "analyze/passes.h"

namespace milepost {

/// Nodes whose delay can still reach `target`: it, and all before it but for what stands before
/// items that are done and for relations from a start that has been made. Empty without a target.
std::vector<bool> holding(const Network& network, const Passes& passes, uint32_t target);

/// Fills late_* and the floats of all nodes from their early dates. O(nodes + edges).
void run_backward(const Network& network, Passes& passes, Ends ends);

}  // namespace milepost
