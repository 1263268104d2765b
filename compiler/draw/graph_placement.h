// Where everything of a graph stands, in px.
#pragma once

#include <cstdint>
#include <vector>

#include "draw/graph_columns.h"

namespace milepost {

struct Point {
  int32_t x = 0, y = 0;
};

struct PlacedNode {
  int32_t x = 0, y = 0, height = 0;  // its corner; all are kNodeWidth wide
};

/// A band across the whole drawing.
struct PlacedLane {
  uint32_t lane = 0;  // into GraphModel::lanes
  int32_t y = 0, height = 0;
  int32_t label_width = 0;  // how much room its label has
};

/// From a node to the right to another; turns are at right angles.
struct PlacedEdge {
  std::vector<Point> points;  // at least 2
};

struct GraphPlacement {
  int32_t width = 0, height = 0;
  std::vector<PlacedNode> nodes;  // by node of the model
  std::vector<PlacedLane> lanes;  // from top to bottom
  std::vector<PlacedEdge> edges;  // by GraphColumns::edges
};

/// Rows as the layout has them (`middles`, by node of GraphColumns::layered), closed up lane by
/// lane; columns as wide as the lines between them need. No line crosses a node, the label of a
/// lane or of an edge. `label_widths`: what the label of each drawn edge needs, 0: it has none.
/// `lane_label`: what the longest name of a lane needs.
GraphPlacement place_graph(const GraphModel& model, const GraphColumns& columns,
                           const std::vector<int32_t>& middles,
                           const std::vector<int32_t>& label_widths, int32_t lane_label);

}  // namespace milepost
