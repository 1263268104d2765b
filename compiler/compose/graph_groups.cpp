// Groups the items of a graph.
#include "compose/graph_groups.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "compose/plan_state.h"

namespace milepost {
namespace {

constexpr uint32_t kNone = 0xFFFFFFFF;
constexpr uint32_t kOutside = kNone - 1;

enum class Divide : uint8_t { by_workstream, by_team };

class Grouping {
 public:
  Grouping(const Outline& outline, const GraphPage& graph, const GraphModel& items, Divide divide)
      : outline_(outline), view_(outline.view), graph_(graph), items_(items), divide_(divide) {}

  /// Nothing if it gives no picture.
  std::optional<GraphModel> make() {
    std::map<uint32_t, std::vector<uint32_t>> groups;  // by key: nodes
    for (uint32_t i = 0; i < items_.nodes.size(); ++i) groups[key(items_.nodes[i])].push_back(i);
    // What is outside, and what belongs nowhere, says nothing of how the rest is divided.
    const size_t unnamed = groups.count(kNone) + groups.count(kOutside);
    if (groups.size() < 2 + unnamed || groups.size() > kMostGraphNodes) return std::nullopt;
    GraphModel made;
    std::vector<uint32_t> group_of(items_.nodes.size());
    for (const auto& [key, nodes] : groups) {
      for (const uint32_t node : nodes) group_of[node] = static_cast<uint32_t>(made.nodes.size());
      made.nodes.push_back(group(key, nodes));
    }
    std::map<std::pair<uint32_t, uint32_t>, GraphEdge> edges;
    for (const GraphEdge& edge : items_.edges) {
      const std::pair ends(group_of[edge.from], group_of[edge.to]);
      if (ends.first == ends.second) continue;
      GraphEdge& one = edges[ends];
      one.count = one.to == one.from ? 1 : one.count + 1;
      one.from = ends.first;
      one.to = ends.second;
      one.critical = one.critical || edge.critical;
      one.slipping = one.slipping || edge.slipping;
    }
    if (edges.empty() || edges.size() > kMostGraphEdges) return std::nullopt;
    for (const auto& [ends, edge] : edges) made.edges.push_back(edge);
    made.form = GraphForm::groups;
    made.lanes.emplace_back();
    made.extent = items_.extent;
    made.items = items_.items;
    made.links = items_.links;
    return made;
  }

 private:
  uint32_t key(const GraphNode& node) const {
    const ViewScheduleItem* item = view_.schedule.item(node.record);
    const uint32_t own = divide_ == Divide::by_team || item == nullptr
                             ? number(view_.record(node.record).team)
                             : number(item->workstream);
    return own == kNone && node.outside ? kOutside : own;
  }

  GraphNode group(uint32_t key, const std::vector<uint32_t>& nodes) const {
    const Words& words = outline_.words;
    GraphNode made;
    made.items = static_cast<uint32_t>(nodes.size());
    for (const uint32_t node : nodes) {
      made.critical = made.critical || items_.nodes[node].critical;
      made.worst = std::max(made.worst, state_shape(view_, items_.nodes[node].record));
    }
    const bool stream = divide_ == Divide::by_workstream;
    if (key == kOutside) {
      made.outside = true;
      made.label = words.text("graph.lane.outside"_word);
    } else if (key == kNone) {
      made.label = words.text(stream ? "graph.lane.no_workstream"_word : "graph.lane.no_team"_word);
    } else if (stream) {
      made.record = ViewRecordId{key};
      made.label = view_.records[key].title;
      made.page = page_of(GraphScope::workstream, key);
    } else {
      made.team = ViewTeamId{key};
      made.label = view_.teams[key].name;
      made.page = page_of(GraphScope::team, key);
    }
    return made;
  }

  // A group of a page leads to another one.
  uint32_t page_of(GraphScope scope, uint32_t subject) const {
    if (graph_.scope == scope && graph_.subject == subject) return kNoPage;
    return outline_.graph_page_of(scope, subject);
  }

  const Outline& outline_;
  const View& view_;
  const GraphPage& graph_;
  const GraphModel& items_;
  Divide divide_;
};

}  // namespace

void group_graph(const Outline& outline, const GraphPage& graph, GraphModel& model) {
  for (const Divide divide : {Divide::by_workstream, Divide::by_team}) {
    if (std::optional<GraphModel> made = Grouping(outline, graph, model, divide).make()) {
      model = std::move(*made);
      return;
    }
  }
  model.form = GraphForm::nothing;
  model.redundant = 0;
  for (GraphEdge& edge : model.edges) edge.show = EdgeShow::kept;
}

}  // namespace milepost
