// What a graph of the plan shows: items or groups of them, and the edges between.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compose/outline.h"
#include "compose/plan_state.h"
#include "redact/view.h"

namespace milepost {

/// A picture has at most so many nodes, and edges after reduction. More than that is drawn as
/// groups.
inline constexpr size_t kMostGraphNodes = 150;
inline constexpr size_t kMostGraphEdges = 400;

/// An item, or a group of items.
struct GraphNode {
  ViewRecordId record = kNoViewRecord;  // of an item; of a group its workstream, if it is one
  ViewTeamId team = kNoViewTeam;        // of a group that is a team
  uint32_t items = 1;
  uint32_t lane = 0;
  bool milestone = false, outside = false;
  bool critical = false;
  StateShape worst = StateShape::dropped;  // of a group
  uint32_t page = kNoPage;                 // of a group: of its own graph
  std::string label;                       // of a group
};

enum class EdgeShow : uint8_t {
  kept,
  redundant,  // follows from others: only in the drawing of all edges
};

/// `to` waits for `from`; both are numbers of nodes, and never the same.
struct GraphEdge {
  uint32_t from = 0, to = 0;
  ViewRelation relation = ViewRelation::finish_start;
  int32_t lag = 0;
  bool wall_lag = false;
  bool critical = false, driving = false, slipping = false;
  int32_t slack = 0;
  uint32_t count = 1;  // edges between the items of two groups
  EdgeShow show = EdgeShow::kept;

  /// Finish to start and nothing between.
  bool plain() const { return relation == ViewRelation::finish_start && lag == 0; }
};

struct GraphLane {
  std::string label;  // empty: it needs none
  bool last = false;  // of what belongs to no other: it stands below them
};

enum class GraphForm : uint8_t {
  items,    // each item is a node
  groups,   // too many items: nodes are groups
  nothing,  // too many, and nothing divides them: the table of `edges` stands alone
};

enum class GraphExtent : uint8_t {
  all,
  open,  // of what is done only that which open work waits for
};

struct GraphModel {
  GraphForm form = GraphForm::items;
  GraphExtent extent = GraphExtent::all;
  /// In the order of the View; of form `nothing`, too, so that the edges have ends.
  std::vector<GraphNode> nodes;
  std::vector<GraphEdge> edges;   // by from, to, relation
  std::vector<GraphLane> lanes;   // those with a node
  uint32_t items = 0, links = 0;  // before grouping
  uint32_t redundant = 0;         // of `edges`, those that are not kept
  /// All edges may be drawn, and that is another picture than the kept ones.
  bool has_whole = false;
};

/// Total. Linear in the items and edges of the View, but for the reduction of at most
/// kMostGraphNodes nodes.
GraphModel make_graph_model(const Outline& outline, const GraphPage& graph,
                            GraphExtent extent = GraphExtent::all);

/// How much the page of a graph shows: of the program what is open, of its parts all.
GraphExtent page_extent(const GraphPage& graph);

/// What a graph is called: the program, a workstream or team by its name, what a milestone rests
/// on.
std::string graph_title(const Outline& outline, const GraphPage& graph);
/// The workstream, team or milestone alone.
std::string graph_subject(const Outline& outline, const GraphPage& graph);

/// The graph on the page of dependencies, with what is open: what the target rests on, else the
/// program's. Null if there are none.
const GraphPage* map_graph(const Outline& outline);

}  // namespace milepost
