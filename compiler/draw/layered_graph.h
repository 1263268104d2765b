// A graph whose ranks are known, as numbers alone: what a layout is asked, and what it answers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace milepost {

/// Stands in one rank (column) and one lane. Sizes are px down the page; how wide a node is makes
/// no difference to where it stands in its column.
struct LayeredNode {
  int32_t height = 0;
  uint32_t rank = 0;
  uint32_t lane = 0;
};

/// Leads from a node to one of the next rank.
struct LayeredEdge {
  uint32_t from = 0, to = 0;
  uint32_t weight = 1;  // how much it matters that it is straight
};

struct LayeredGraph {
  std::vector<LayeredNode> nodes;
  std::vector<LayeredEdge> edges;
  uint32_t lanes = 0;  // fewer than 2: there are none
};

enum class LayoutState : uint8_t {
  done,
  expired,  // it took too long and was ended
  failed,   // the library gave up, or there is no program that could do it
};

struct LayoutAnswer {
  LayoutState state = LayoutState::failed;
  std::vector<int32_t> middles;  // by node: px from the top; at least 0
};

// The same as words of 32 bits, for the pipe between two processes of one machine.

std::vector<uint32_t> encode(const LayeredGraph& graph);
/// False, and `graph` without meaning, if it is none.
bool decode(std::span<const uint32_t> words, LayeredGraph& graph);

}  // namespace milepost
