// Follows the plan from what is held to the milestones behind it, the least room first.
#include "compose/downstream.h"

#include <algorithm>
#include <functional>
#include <queue>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace milepost {
namespace {

void add_linked(const View& view, ViewRecordId id, std::string_view type,
                std::vector<ViewRecordId>& into) {
  for (const ViewLink& link : view.outgoing(id)) {
    if (link.mention || view.link_types[link.type].name != type) continue;
    if (!view.record(link.to).is_open()) continue;
    if (std::ranges::find(into, link.to) == into.end()) into.push_back(link.to);
  }
}

bool is_ahead(const ViewScheduleItem* item) {
  return item != nullptr && item->dated && item->state != ViewPlanState::done;
}

bool is_promise(const ViewScheduleItem& item) {
  return item.kind == ViewPlanKind::milestone || item.kind == ViewPlanKind::release;
}

}  // namespace

std::vector<ViewRecordId> held_work(const View& view, ViewRecordId id) {
  std::vector<ViewRecordId> work;
  add_linked(view, id, "blocks", work);
  std::vector<ViewRecordId> asked;
  add_linked(view, id, "escalates", asked);
  for (const ViewRecordId one : asked) {
    const ViewScheduleItem* item = view.schedule.item(one);
    const bool planned = item != nullptr && item->kind != ViewPlanKind::blocker;
    if (planned && std::ranges::find(work, one) == work.end()) work.push_back(one);
    add_linked(view, one, "blocks", work);
  }
  return work;
}

std::vector<HeldMilestone> held_milestones(const View& view, std::span<const ViewRecordId> work,
                                           size_t most) {
  using Step = std::pair<int64_t, uint32_t>;  // room so far, record
  std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
  std::unordered_map<uint32_t, int64_t> room;
  for (const ViewRecordId id : work) {
    if (is_ahead(view.schedule.item(id)) && room.emplace(number(id), 0).second) {
      open.emplace(0, number(id));
    }
  }
  std::vector<HeldMilestone> found;
  size_t seen = 0;
  while (!open.empty() && seen < most) {
    const auto [so_far, at] = open.top();
    open.pop();
    if (room[at] < so_far) continue;
    ++seen;
    const ViewRecordId id{at};
    if (is_promise(*view.schedule.item(id))) found.push_back({id, so_far});
    const auto [first, last] =
        std::ranges::equal_range(view.schedule.edges, id, {}, &ViewScheduleEdge::from);
    for (auto edge = first; edge != last; ++edge) {
      if (!is_ahead(view.schedule.item(edge->to))) continue;
      const int64_t next = so_far + std::max<int64_t>(edge->slack, 0);
      const auto [known, fresh] = room.emplace(number(edge->to), next);
      if (!fresh && known->second <= next) continue;
      known->second = next;
      open.emplace(next, number(edge->to));
    }
  }
  std::ranges::stable_sort(found, {}, [&](const HeldMilestone& one) {
    return std::pair(view.schedule.item(one.record)->finish, number(one.record));
  });
  return found;
}

std::vector<HeldMilestone> held_by(const View& view, ViewRecordId id) {
  const ViewScheduleItem* item = view.schedule.item(id);
  if (is_ahead(item)) return held_milestones(view, std::span(&id, 1));
  return held_milestones(view, held_work(view, id));
}

}  // namespace milepost
