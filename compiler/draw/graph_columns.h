// The items of a graph in columns, and the lines between them: everything of its shape but for
// how high each stands, which a layout says.
#pragma once

#include <cstdint>
#include <vector>

#include "compose/graph_model.h"
#include "draw/layered_graph.h"

namespace milepost {

inline constexpr int32_t kNodeWidth = 152;
inline constexpr int32_t kNodeHeight = 66;
inline constexpr int32_t kPortStep = 20;  // between two lines that end at one node

/// An edge that is drawn. Drawn to the right: of an edge that leads back `from` is where it ends.
struct DrawnEdge {
  uint32_t edge = 0;  // into GraphModel::edges
  uint32_t from = 0, to = 0;
  uint32_t trunk = 0;
  bool back = false;
  bool labelled = false;
  int32_t port = 0;  // where at `to`: px below its middle
};

/// A line that leaves a node to the right and runs until the column before the last of its ends.
/// All plain edges of a node share one.
struct Trunk {
  uint32_t from = 0;
  int32_t port = 0;                // where at `from`: px below its middle
  std::vector<uint32_t> elements;  // into LayeredGraph::nodes, one a column after that of `from`
};

struct GraphColumns {
  uint32_t columns = 0;
  std::vector<uint32_t> column;  // by node
  std::vector<int32_t> height;   // by node: px
  std::vector<DrawnEdge> edges;  // in the order of the model
  std::vector<Trunk> trunks;
  LayeredGraph layered;  // its first nodes are those of the model
};

/// `whole`: with the redundant edges. Linear in the model but for the length of trunks.
GraphColumns make_columns(const GraphModel& model, bool whole);

/// Some edges carry a label, which needs a place of its own at its end.
bool is_labelled(const GraphModel& model, const GraphEdge& edge);

}  // namespace milepost
