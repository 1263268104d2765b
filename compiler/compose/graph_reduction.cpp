// Marks the edges that follow from others.
#include "compose/graph_reduction.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <queue>
#include <vector>

namespace milepost {
namespace {

// One row of bits for each node.
class Reach {
 public:
  explicit Reach(size_t nodes) : words_((nodes + 63) / 64), bits_(nodes * words_) {}

  bool has(uint32_t from, uint32_t to) const {
    return (bits_[from * words_ + to / 64] >> (to % 64) & 1) != 0;
  }
  void add(uint32_t from, uint32_t to) {
    bits_[from * words_ + to / 64] |= uint64_t{1} << (to % 64);
  }
  void add_all(uint32_t from, uint32_t of) {
    for (size_t i = 0; i < words_; ++i) bits_[from * words_ + i] |= bits_[of * words_ + i];
  }

 private:
  size_t words_;
  std::vector<uint64_t> bits_;
};

std::vector<uint32_t> begins(size_t nodes, std::span<const GraphEdge> edges) {
  std::vector<uint32_t> begin(nodes + 1);
  for (const GraphEdge& edge : edges) ++begin[edge.from + 1];
  for (size_t i = 0; i < nodes; ++i) begin[i + 1] += begin[i];
  return begin;
}

}  // namespace

std::vector<uint32_t> order_nodes(size_t nodes, std::span<const GraphEdge> edges) {
  const std::vector<uint32_t> begin = begins(nodes, edges);
  std::vector<uint32_t> waits(nodes);
  for (const GraphEdge& edge : edges) ++waits[edge.to];
  std::priority_queue<uint32_t, std::vector<uint32_t>, std::greater<>> ready;
  std::vector<bool> done(nodes);
  for (uint32_t i = 0; i < nodes; ++i) {
    if (waits[i] == 0) ready.push(i);
  }
  std::vector<uint32_t> order;
  order.reserve(nodes);
  // A node of a circle is never ready: the first of them is taken as if it were.
  for (uint32_t stuck = 0; order.size() < nodes;) {
    if (ready.empty()) {
      while (done[stuck]) ++stuck;
      ready.push(stuck);
    }
    const uint32_t node = ready.top();
    ready.pop();
    if (done[node]) continue;
    done[node] = true;
    order.push_back(node);
    for (uint32_t i = begin[node]; i < begin[node + 1]; ++i) {
      if (--waits[edges[i].to] == 0 && !done[edges[i].to]) ready.push(edges[i].to);
    }
  }
  return order;
}

uint32_t mark_redundant(size_t nodes, std::span<GraphEdge> edges) {
  const std::vector<uint32_t> begin = begins(nodes, edges);
  const std::vector<uint32_t> order = order_nodes(nodes, edges);
  std::vector<uint32_t> place(nodes);
  for (uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
  const auto leads = [&](const GraphEdge& edge) {
    return edge.plain() && place[edge.from] < place[edge.to];
  };
  Reach reach(nodes);
  uint32_t marked = 0;
  for (size_t at = order.size(); at-- > 0;) {
    const uint32_t node = order[at];
    // First all that is behind a neighbour, then the neighbours: what is there before is behind.
    for (uint32_t i = begin[node]; i < begin[node + 1]; ++i) {
      if (leads(edges[i])) reach.add_all(node, edges[i].to);
    }
    for (uint32_t i = begin[node]; i < begin[node + 1]; ++i) {
      GraphEdge& edge = edges[i];
      if (!leads(edge) || edge.critical || edge.slipping || !reach.has(node, edge.to)) continue;
      edge.show = EdgeShow::redundant;
      ++marked;
    }
    for (uint32_t i = begin[node]; i < begin[node + 1]; ++i) {
      if (leads(edges[i])) reach.add(node, edges[i].to);
    }
  }
  return marked;
}

}  // namespace milepost
