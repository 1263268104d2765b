// Chooses the graphs of a site.
#include "compose/graphs.h"

#include <algorithm>
#include <tuple>

#include "compose/graph_model.h"
#include "compose/graph_scope.h"

namespace milepost {
namespace {

constexpr uint32_t kNone = 0xFFFFFFFF;

// How many items a graph of each workstream and team would have.
class EdgeEnds {
 public:
  explicit EdgeEnds(const View& view)
      : view_(view),
        streams_(view.records.size()),
        teams_(view.teams.size()),
        waits_(view.records.size()) {
    for (const ViewScheduleEdge& edge : view.schedule.edges) {
      waits_[number(edge.to)] = true;
      const auto [from_stream, from_team] = keys(edge.from);
      const auto [to_stream, to_team] = keys(edge.to);
      // Both ends of an edge are in the graph of either.
      for (const uint32_t stream : {from_stream, to_stream}) {
        if (stream != kNone) streams_[stream].push_back({edge.from, edge.to});
      }
      for (const uint32_t team : {from_team, to_team}) {
        if (team != kNone) teams_[team].push_back({edge.from, edge.to});
      }
    }
  }

  size_t of_stream(uint32_t record) { return count(streams_[record]); }
  size_t of_team(uint32_t team) { return count(teams_[team]); }
  bool waits(ViewRecordId record) const { return waits_[number(record)]; }

 private:
  using Ends = std::vector<std::pair<ViewRecordId, ViewRecordId>>;

  std::pair<uint32_t, uint32_t> keys(ViewRecordId end) const {
    const ViewScheduleItem* item = view_.schedule.item(end);
    const ViewRecord& record = view_.record(end);
    uint32_t stream = item == nullptr ? kNone : number(item->workstream);
    if (stream == kNone && view_.kind_of(record).is("workstream")) stream = number(end);
    return {stream, number(record.team)};
  }

  static size_t count(const Ends& ends) {
    std::vector<ViewRecordId> records;
    for (const auto& [from, to] : ends) {
      records.push_back(from);
      records.push_back(to);
    }
    std::ranges::sort(records);
    return static_cast<size_t>(std::ranges::unique(records).begin() - records.begin());
  }

  const View& view_;
  std::vector<Ends> streams_, teams_;
  std::vector<bool> waits_;
};

class Chooser {
 public:
  explicit Chooser(const View& view) : view_(view), ends_(view) {}

  std::vector<GraphPage> choose() {
    add(GraphScope::program, 0, kMostGraphNodes);
    for (uint32_t i = 0; i < view_.records.size(); ++i)
      add(GraphScope::workstream, i, ends_.of_stream(i));
    for (uint32_t i = 0; i < view_.teams.size(); ++i) add(GraphScope::team, i, ends_.of_team(i));
    for (const ViewScheduleItem* item : milestones()) {
      const uint32_t id = number(item->record);
      // The first that has no room ends it: looking at each costs a walk over the plan.
      if (!add(GraphScope::milestone, id,
               edges_in_scope(view_, GraphScope::milestone, id).records.size())) {
        break;
      }
    }
    return std::move(graphs_);
  }

 private:
  // False if there is no room for it.
  bool add(GraphScope scope, uint32_t subject, size_t nodes) {
    const size_t cost = std::min(nodes, kMostGraphNodes);
    if (nodes == 0) return true;
    if (cost > left_) return false;
    left_ -= cost;
    graphs_.push_back({scope, subject, kNoPage});
    return true;
  }

  std::vector<const ViewScheduleItem*> milestones() const {
    std::vector<const ViewScheduleItem*> found;
    for (const ViewScheduleItem& item : view_.schedule.items) {
      const bool is_milestone =
          item.kind == ViewPlanKind::milestone || item.kind == ViewPlanKind::release;
      if (is_milestone && item.state != ViewPlanState::done && ends_.waits(item.record)) {
        found.push_back(&item);
      }
    }
    std::ranges::stable_sort(found, {}, [&](const ViewScheduleItem* item) {
      return std::tuple(item->record != view_.schedule.target, !item->dated, item->finish);
    });
    return found;
  }

  const View& view_;
  EdgeEnds ends_;
  size_t left_ = kMostNodesOfAllGraphs;
  std::vector<GraphPage> graphs_;
};

}  // namespace

std::vector<GraphPage> plan_graphs(const View& view) {
  if (view.schedule.edges.empty()) return {};
  return Chooser(view).choose();
}

}  // namespace milepost
