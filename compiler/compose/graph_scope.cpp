// Finds the items and edges of a graph.
#include "compose/graph_scope.h"

namespace milepost {
namespace {

// What a record rests on, by record.
std::vector<bool> upstream(const View& view, ViewRecordId start) {
  const size_t count = view.records.size();
  std::vector<uint32_t> begin(count + 1);
  std::vector<std::pair<ViewRecordId, ViewRecordId>> steps;  // from a record to one it rests on
  steps.reserve(view.schedule.edges.size());
  for (const ViewScheduleEdge& edge : view.schedule.edges) steps.emplace_back(edge.to, edge.from);
  // A summary rests on its parts; for what waits for a part it makes no difference.
  for (const ViewScheduleItem& item : view.schedule.items) {
    if (item.parent != kNotInPlan) steps.emplace_back(item.parent, item.record);
  }
  for (const auto& step : steps) ++begin[number(step.first) + 1];
  for (size_t i = 0; i < count; ++i) begin[i + 1] += begin[i];
  std::vector<ViewRecordId> next(steps.size());
  std::vector<uint32_t> at(begin.begin(), begin.end() - 1);
  for (const auto& step : steps) next[at[number(step.first)]++] = step.second;

  std::vector<bool> reached(count);
  std::vector<ViewRecordId> todo = {start};
  reached[number(start)] = true;
  while (!todo.empty()) {
    const uint32_t id = number(todo.back());
    todo.pop_back();
    for (uint32_t i = begin[id]; i < begin[id + 1]; ++i) {
      if (reached[number(next[i])]) continue;
      reached[number(next[i])] = true;
      todo.push_back(next[i]);
    }
  }
  return reached;
}

std::vector<bool> members(const View& view, GraphScope scope, uint32_t subject) {
  if (scope == GraphScope::milestone) return upstream(view, ViewRecordId{subject});
  std::vector<bool> inside(view.records.size(), scope == GraphScope::program);
  if (scope == GraphScope::program) return inside;
  for (const ViewScheduleItem& item : view.schedule.items) {
    const bool is = scope == GraphScope::team
                        ? number(view.record(item.record).team) == subject
                        : number(item.workstream) == subject || number(item.record) == subject;
    if (is) inside[number(item.record)] = true;
  }
  return inside;
}

}  // namespace

ScopeEdges edges_in_scope(const View& view, GraphScope scope, uint32_t subject) {
  const std::vector<bool> inside = members(view, scope, subject);
  ScopeEdges found;
  std::vector<bool> is_end(view.records.size());
  for (uint32_t i = 0; i < view.schedule.edges.size(); ++i) {
    const ViewScheduleEdge& edge = view.schedule.edges[i];
    const bool from = inside[number(edge.from)];
    const bool to = inside[number(edge.to)];
    // What waits for an item of it is not what a milestone rests on.
    if (scope == GraphScope::milestone ? !(from && to) : !(from || to)) continue;
    found.edges.push_back(i);
    is_end[number(edge.from)] = true;
    is_end[number(edge.to)] = true;
  }
  for (uint32_t i = 0; i < is_end.size(); ++i) {
    if (is_end[i]) found.records.push_back(ViewRecordId{i});
  }
  return found;
}

void leave_out_done(const View& view, ScopeEdges& scope) {
  const auto is_done = [&](ViewRecordId id) {
    const ViewScheduleItem* item = view.schedule.item(id);
    return item != nullptr && item->state == ViewPlanState::done;
  };
  ScopeEdges kept;
  std::vector<bool> is_end(view.records.size());
  for (const uint32_t i : scope.edges) {
    const ViewScheduleEdge& edge = view.schedule.edges[i];
    if (is_done(edge.to)) continue;
    kept.edges.push_back(i);
    is_end[number(edge.from)] = true;
    is_end[number(edge.to)] = true;
  }
  if (kept.edges.empty()) return;
  for (const ViewRecordId id : scope.records) {
    if (is_end[number(id)]) kept.records.push_back(id);
  }
  scope = std::move(kept);
}

}  // namespace milepost
