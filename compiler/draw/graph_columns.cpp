// Ranks, trunks and ports.
#include "draw/graph_columns.h"

#include <algorithm>
#include <limits>

#include "compose/graph_reduction.h"

namespace milepost {
namespace {

constexpr uint32_t kNone = 0xFFFFFFFF;
constexpr int32_t kNodeMargin = 8;  // so that nodes stand farther apart than lines do
constexpr int32_t kLine = 4;        // the height of a line among nodes
constexpr int32_t kBackPort = 20;
constexpr size_t kMostCounted = 60;  // edges of a graph of groups that tell their count

// How much it matters that a line is straight.
constexpr uint32_t kShort = 2, kToTrunk = 2, kAlongTrunk = 8, kCritical = 100;

class Columns {
 public:
  Columns(const GraphModel& model, bool whole) : model_(model), nodes_(model.nodes.size()) {
    const std::vector<uint32_t> order = order_nodes(nodes_, model.edges);
    std::vector<uint32_t> place(nodes_);
    for (uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    for (uint32_t i = 0; i < model.edges.size(); ++i) {
      const GraphEdge& edge = model.edges[i];
      if (edge.show == EdgeShow::redundant && !whole) continue;
      const bool back = place[edge.from] > place[edge.to];
      DrawnEdge drawn;
      drawn.edge = i;
      drawn.from = back ? edge.to : edge.from;
      drawn.to = back ? edge.from : edge.to;
      drawn.back = back;
      drawn.labelled = is_labelled(model, edge);
      made_.edges.push_back(drawn);
    }
    rank(order);
    make_ports();
    make_trunks();
  }

  GraphColumns take() { return std::move(made_); }

 private:
  void rank(const std::vector<uint32_t>& order) {
    std::vector<std::vector<uint32_t>> out(nodes_);
    std::vector<uint32_t> in(nodes_);
    for (uint32_t i = 0; i < made_.edges.size(); ++i) {
      out[made_.edges[i].from].push_back(i);
      ++in[made_.edges[i].to];
    }
    std::vector<uint32_t>& column = made_.column;
    column.assign(nodes_, 0);
    for (const uint32_t node : order) {
      for (const uint32_t i : out[node]) {
        uint32_t& after = column[made_.edges[i].to];
        after = std::max(after, column[node] + 1);
      }
    }
    // What more lines leave than enter stands as near as it can to what waits for it.
    for (size_t at = order.size(); at-- > 0;) {
      const uint32_t node = order[at];
      if (out[node].size() <= in[node]) continue;
      uint32_t nearest = kNone;
      for (const uint32_t i : out[node]) nearest = std::min(nearest, column[made_.edges[i].to]);
      column[node] = std::max(column[node], nearest - 1);
    }
    for (const uint32_t one : column) made_.columns = std::max(made_.columns, one + 1);
  }

  // Edges that say more than "after" end at places of their own, above and below the others.
  static bool has_own_port(const GraphModel& model, const DrawnEdge& drawn) {
    const GraphEdge& edge = model.edges[drawn.edge];
    // The mark of what comes too late would be read as one of all edges that end beside it.
    const bool marked = edge.slipping && !edge.critical;
    return drawn.labelled || drawn.back || marked || !edge.plain();
  }

  void make_ports() {
    std::vector<std::vector<uint32_t>> own(nodes_);
    std::vector<bool> shared(nodes_);
    for (uint32_t i = 0; i < made_.edges.size(); ++i) {
      const DrawnEdge& drawn = made_.edges[i];
      if (has_own_port(model_, drawn)) {
        own[drawn.to].push_back(i);
      } else {
        shared[drawn.to] = true;
      }
    }
    made_.height.assign(nodes_, kNodeHeight);
    for (uint32_t node = 0; node < nodes_; ++node) {
      const auto places = static_cast<int32_t>(own[node].size()) + (shared[node] ? 1 : 0);
      made_.height[node] = std::max(kNodeHeight, places * kPortStep + 8);
      int32_t place = 0;
      for (const uint32_t i : own[node]) {
        // The one in the middle is that of all plain edges.
        if (shared[node] && place == places / 2) ++place;
        made_.edges[i].port = place * kPortStep - (places - 1) * kPortStep / 2;
        ++place;
      }
      if (!shared[node]) continue;
      for (DrawnEdge& drawn : made_.edges) {
        if (drawn.to != node || has_own_port(model_, drawn)) continue;
        drawn.port = places / 2 * kPortStep - (places - 1) * kPortStep / 2;
      }
    }
  }

  void make_trunks() {
    LayeredGraph& layered = made_.layered;
    layered.lanes = static_cast<uint32_t>(model_.lanes.size());
    for (uint32_t i = 0; i < nodes_; ++i) {
      layered.nodes.push_back(
          {made_.height[i] + kNodeMargin, made_.column[i], model_.nodes[i].lane});
    }
    std::vector<uint32_t> shared(nodes_, kNone);  // by node: the trunk of its plain edges
    for (DrawnEdge& drawn : made_.edges) {
      const bool own = has_own_port(model_, drawn);
      uint32_t trunk = own ? kNone : shared[drawn.from];
      if (trunk == kNone) {
        trunk = static_cast<uint32_t>(made_.trunks.size());
        made_.trunks.push_back({drawn.from, drawn.back ? kBackPort : 0, {}});
        if (!own) shared[drawn.from] = trunk;
      }
      drawn.trunk = trunk;
      branch(drawn);
    }
  }

  // Makes the trunk long enough and leads from its end in the column before to the node.
  void branch(const DrawnEdge& drawn) {
    Trunk& trunk = made_.trunks[drawn.trunk];
    LayeredGraph& layered = made_.layered;
    const uint32_t first = made_.column[drawn.from];
    const uint32_t length = made_.column[drawn.to] - first - 1;
    const bool critical = model_.edges[drawn.edge].critical;
    while (trunk.elements.size() < length) {
      const auto element = static_cast<uint32_t>(layered.nodes.size());
      const auto column = first + 1 + static_cast<uint32_t>(trunk.elements.size());
      layered.nodes.push_back({kLine, column, model_.nodes[drawn.from].lane});
      const bool begins = trunk.elements.empty();
      layered.edges.push_back({begins ? drawn.from : trunk.elements.back(), element,
                               critical ? kCritical
                               : begins ? kToTrunk
                                        : kAlongTrunk});
      trunk.elements.push_back(element);
    }
    const uint32_t end = length == 0 ? drawn.from : trunk.elements[length - 1];
    layered.edges.push_back({end, drawn.to,
                             critical      ? kCritical
                             : length == 0 ? kShort
                                           : kToTrunk});
  }

  const GraphModel& model_;
  size_t nodes_;
  GraphColumns made_;
};

}  // namespace

bool is_labelled(const GraphModel& model, const GraphEdge& edge) {
  if (model.form == GraphForm::groups) return model.edges.size() <= kMostCounted;
  return !edge.plain();
}

GraphColumns make_columns(const GraphModel& model, bool whole) {
  return Columns(model, whole).take();
}

}  // namespace milepost
