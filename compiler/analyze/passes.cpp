// Both passes, and the questions asked of them.
#include "analyze/passes.h"

#include <algorithm>

#include "analyze/backward_pass.h"
#include "analyze/forward_pass.h"
#include "analyze/network_order.h"
#include "analyze/what_if.h"

namespace milepost {

Passes run_passes(const Network& network, Ends ends) {
  Passes passes;
  order_network(network, passes);
  run_forward(network, passes);
  run_backward(network, passes, ends);
  return passes;
}

void run_forward(const Network& network, Passes& passes) {
  passes.dates.resize(network.nodes.size());
  for (const uint32_t n : passes.order) set_early_dates(network, passes, n, passes.dates);
}

std::vector<uint32_t> longest_path(const Network& network, const Passes& passes, uint32_t target,
                                   uint32_t most) {
  std::vector<uint32_t> path;
  uint32_t at = target;
  while (at < network.nodes.size() && path.size() < most) {
    path.push_back(at);
    const uint32_t edge = passes.dates[at].edge;
    if (edge == kNoEdge) break;
    const uint32_t from = network.edges[edge].from;
    const bool done = network.nodes[from].state == PlanState::done;
    if (done && network.nodes[target].state != PlanState::done) break;
    at = from;
  }
  std::reverse(path.begin(), path.end());
  return path;
}

std::vector<bool> upstream_of(const Network& network, const Passes& passes, uint32_t target) {
  std::vector<bool> upstream(network.nodes.size(), false);
  if (target >= network.nodes.size()) return upstream;
  std::vector<uint32_t> open{target};
  upstream[target] = true;
  while (!open.empty()) {
    const uint32_t n = open.back();
    open.pop_back();
    for (uint32_t i = passes.in_offsets[n]; i < passes.in_offsets[n + 1]; ++i) {
      const uint32_t from = network.edges[passes.incoming[i]].from;
      if (upstream[from]) continue;
      upstream[from] = true;
      open.push_back(from);
    }
  }
  return upstream;
}

Date finish_if_moved(const Network& network, const Passes& passes, uint32_t node, int32_t days,
                     uint32_t target) {
  return WhatIf(network, passes, target).finish_if(node, days);
}

}  // namespace milepost
