// Chooses what stands in a graph.
#include "compose/graph_model.h"

#include <algorithm>

#include "compose/graph_groups.h"
#include "compose/graph_reduction.h"
#include "compose/graph_scope.h"

namespace milepost {
namespace {

constexpr uint32_t kNone = 0xFFFFFFFF;

// Lanes are workstreams, or teams where no item has a workstream.
class Lanes {
 public:
  Lanes(const Outline& outline, const std::vector<ViewRecordId>& records)
      : outline_(outline), view_(outline.view) {
    by_stream_ = std::ranges::any_of(records, [&](ViewRecordId id) {
      const ViewScheduleItem* item = view_.schedule.item(id);
      return item != nullptr && item->workstream != kNotInPlan;
    });
  }

  uint32_t lane_of(ViewRecordId id) {
    const ViewScheduleItem* item = view_.schedule.item(id);
    uint32_t key = kNone;
    if (item != nullptr && item->outside) {
      key = kNone - 1;
    } else if (!by_stream_) {
      key = number(view_.record(id).team);
    } else if (item != nullptr) {
      key = number(item->workstream);
      // A workstream that waits for something itself stands in its own lane.
      if (key == kNone && view_.kind_of(view_.record(id)).is("workstream")) key = number(id);
    }
    const auto known = std::ranges::find(keys_, key);
    if (known != keys_.end()) return static_cast<uint32_t>(known - keys_.begin());
    keys_.push_back(key);
    return static_cast<uint32_t>(keys_.size() - 1);
  }

  std::vector<GraphLane> take() const {
    std::vector<GraphLane> lanes;
    for (const uint32_t key : keys_)
      lanes.push_back({keys_.size() > 1 ? label(key) : "", key == kNone});
    return lanes;
  }

 private:
  std::string label(uint32_t key) const {
    const Words& words = outline_.words;
    if (key == kNone - 1) return std::string(words.text("graph.lane.outside"_word));
    if (key != kNone) return by_stream_ ? view_.records[key].title : view_.teams[key].name;
    return std::string(
        words.text(by_stream_ ? "graph.lane.no_workstream"_word : "graph.lane.no_team"_word));
  }

  const Outline& outline_;
  const View& view_;
  bool by_stream_ = false;
  std::vector<uint32_t> keys_;
};

GraphNode node_of(const View& view, ViewRecordId id) {
  GraphNode node;
  node.record = id;
  if (const ViewScheduleItem* item = view.schedule.item(id)) {
    node.milestone = item->kind == ViewPlanKind::milestone || item->kind == ViewPlanKind::release;
    node.outside = item->outside;
    node.critical = item->critical;
  }
  return node;
}

}  // namespace

GraphModel make_graph_model(const Outline& outline, const GraphPage& graph, GraphExtent extent) {
  const View& view = outline.view;
  ScopeEdges scope = edges_in_scope(view, graph.scope, graph.subject);
  if (extent == GraphExtent::open) leave_out_done(view, scope);
  GraphModel model;
  model.extent = extent;
  model.items = static_cast<uint32_t>(scope.records.size());
  model.links = static_cast<uint32_t>(scope.edges.size());
  std::vector<uint32_t> node_of_record(view.records.size(), kNone);
  for (const ViewRecordId id : scope.records) {
    node_of_record[number(id)] = static_cast<uint32_t>(model.nodes.size());
    model.nodes.push_back(node_of(view, id));
  }
  for (const uint32_t i : scope.edges) {
    const ViewScheduleEdge& edge = view.schedule.edges[i];
    GraphEdge made;
    made.from = node_of_record[number(edge.from)];
    made.to = node_of_record[number(edge.to)];
    made.relation = edge.relation;
    made.lag = edge.lag;
    made.wall_lag = edge.wall_lag;
    made.critical = edge.critical;
    made.driving = edge.driving;
    made.slipping = edge.slipping;
    made.slack = edge.slack;
    model.edges.push_back(made);
  }
  if (model.nodes.size() <= kMostGraphNodes) {
    model.redundant = mark_redundant(model.nodes.size(), model.edges);
    if (model.edges.size() - model.redundant <= kMostGraphEdges) {
      Lanes lanes(outline, scope.records);
      for (GraphNode& node : model.nodes) node.lane = lanes.lane_of(node.record);
      model.lanes = lanes.take();
      model.has_whole = model.redundant > 0 && model.edges.size() <= kMostGraphEdges;
      return model;
    }
  }
  group_graph(outline, graph, model);
  return model;
}

GraphExtent page_extent(const GraphPage& graph) {
  return graph.scope == GraphScope::program ? GraphExtent::open : GraphExtent::all;
}

std::string graph_subject(const Outline& outline, const GraphPage& graph) {
  switch (graph.scope) {
    case GraphScope::workstream:
    case GraphScope::milestone:
      return outline.view.records[graph.subject].title;
    case GraphScope::team:
      return outline.view.teams[graph.subject].name;
    default:
      return std::string(outline.words.text("graph.tab.program"_word));
  }
}

std::string graph_title(const Outline& outline, const GraphPage& graph) {
  std::string subject = graph_subject(outline, graph);
  if (graph.scope != GraphScope::milestone) return subject;
  return fill(outline.words.text("graph.path_to"_word), {subject});
}

const GraphPage* map_graph(const Outline& outline) {
  const ViewRecordId target = outline.view.schedule.target;
  for (const GraphPage& graph : outline.graphs) {
    if (graph.scope == GraphScope::milestone && graph.subject == number(target)) return &graph;
  }
  return outline.graphs.empty() ? nullptr : &outline.graphs.front();
}

}  // namespace milepost
