// Chooses the graphs of a site.
#include "compose/graphs.h"

#include <algorithm>

namespace milepost {
namespace {

// Ends of edges by what they belong to.
class EdgeEnds {
 public:
  explicit EdgeEnds(const View& view)
      : view_(view),
        streams_(view.records.size()),
        teams_(view.teams.size()),
        waits_(view.records.size()) {
    for (const ViewScheduleEdge& edge : view.schedule.edges) {
      waits_[number(edge.to)] = true;
      for (const ViewRecordId end : {edge.from, edge.to}) note(end);
    }
  }

  bool has_stream(uint32_t record) const { return streams_[record]; }
  bool has_team(uint32_t team) const { return teams_[team]; }
  bool waits(uint32_t record) const { return waits_[record]; }

 private:
  void note(ViewRecordId end) {
    const ViewScheduleItem* item = view_.schedule.item(end);
    if (item == nullptr) return;
    if (item->workstream != kNotInPlan) streams_[number(item->workstream)] = true;
    const ViewTeamId team = view_.record(end).team;
    if (team != kNoViewTeam) teams_[number(team)] = true;
  }

  const View& view_;
  std::vector<bool> streams_, teams_, waits_;
};

}  // namespace

std::vector<GraphPage> plan_graphs(const View& view) {
  std::vector<GraphPage> graphs;
  if (view.schedule.edges.empty()) return graphs;
  const EdgeEnds ends(view);
  graphs.push_back({GraphScope::program, 0, kNoPage});
  for (uint32_t i = 0; i < view.records.size(); ++i) {
    if (ends.has_stream(i)) graphs.push_back({GraphScope::workstream, i, kNoPage});
  }
  for (uint32_t i = 0; i < view.teams.size(); ++i) {
    if (ends.has_team(i)) graphs.push_back({GraphScope::team, i, kNoPage});
  }
  for (const ViewExplanation& one : view.schedule.explanations) {
    if (ends.waits(number(one.milestone))) {
      graphs.push_back({GraphScope::milestone, number(one.milestone), kNoPage});
    }
  }
  return graphs;
}

}  // namespace milepost
