// Layered graphs as words.
#include "draw/layered_graph.h"

#include <cstddef>

namespace milepost {

std::vector<uint32_t> encode(const LayeredGraph& graph) {
  std::vector<uint32_t> words = {static_cast<uint32_t>(graph.nodes.size()),
                                 static_cast<uint32_t>(graph.edges.size()), graph.lanes};
  words.reserve(3 + 3 * graph.nodes.size() + 3 * graph.edges.size());
  for (const LayeredNode& node : graph.nodes) {
    words.insert(words.end(), {static_cast<uint32_t>(node.height), node.rank, node.lane});
  }
  for (const LayeredEdge& edge : graph.edges) {
    words.insert(words.end(), {edge.from, edge.to, edge.weight});
  }
  return words;
}

bool decode(std::span<const uint32_t> words, LayeredGraph& graph) {
  if (words.size() < 3) return false;
  const size_t nodes = words[0];
  const size_t edges = words[1];
  graph.lanes = words[2];
  if (words.size() != 3 + 3 * nodes + 3 * edges) return false;
  const uint32_t* at = words.data() + 3;
  for (size_t i = 0; i < nodes; ++i, at += 3) {
    graph.nodes.push_back({static_cast<int32_t>(at[0]), at[1], at[2]});
    if (graph.lanes > 1 && at[2] >= graph.lanes) return false;
  }
  for (size_t i = 0; i < edges; ++i, at += 3) {
    if (at[0] >= nodes || at[1] >= nodes) return false;
    graph.edges.push_back({at[0], at[1], at[2]});
  }
  return true;
}

}  // namespace milepost
