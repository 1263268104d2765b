// Compiled once: most tests need no more than the names.
#include "unit/compose/planned.h"

namespace milepost {

View view_of(const TestPlan& plan) {
  View view;
  view.program.title = "Plan";
  view.program.as_of = *make_date(2026, 6, 1);
  for (const char* name : {"task", "workstream"}) {
    ViewKind kind;
    kind.name = kind.label = name;
    kind.plural = kind.plural_label = std::string(name) + "s";
    kind.family = {name};
    kind.is_work = true;
    view.kinds.push_back(kind);
  }
  const uint32_t all = plan.items + plan.streams;
  for (uint32_t i = 0; i < all; ++i) {
    const bool stream = i >= plan.items;
    ViewRecord record;
    record.kind = ViewKindId{stream ? 1U : 0U};
    record.id = record.short_id = (stream ? "WS-" : "T-") + std::to_string(i);
    record.title = (stream ? "Stream " : plan.title + " ") + std::to_string(i);
    view.records.push_back(record);
    view.schedule.item_of.push_back(i);
    ViewScheduleItem item;
    item.record = ViewRecordId{i};
    item.dated = true;
    item.start = item.finish = add_days(view.program.as_of, static_cast<int>(i % 300));
    item.outside = !stream && i % 11 == 5;
    item.kind = i % 7 == 3 ? ViewPlanKind::milestone : ViewPlanKind::task;
    if (plan.streams > 0 && !stream) item.workstream = ViewRecordId{plan.items + i % plan.streams};
    view.schedule.items.push_back(item);
  }
  uint32_t number_of_edge = 0;
  for (const auto& [from, to] : plan.edges) {
    ViewScheduleEdge edge;
    edge.from = ViewRecordId{from};
    edge.to = ViewRecordId{to};
    edge.critical = number_of_edge < plan.critical;
    if (plan.special > 0 && ++number_of_edge % plan.special == 0) {
      edge.relation = ViewRelation::start_start;
      edge.lag = 2;
    }
    view.schedule.edges.push_back(edge);
  }
  view.index_links();
  return view;
}

Outline planned(const TestPlan& plan) {
  return compose_site(view_of(plan), Words());
}

std::vector<std::pair<uint32_t, uint32_t>> scattered(uint32_t items, uint32_t each,
                                                     uint32_t reach) {
  std::vector<std::pair<uint32_t, uint32_t>> edges;
  uint64_t state = 7;
  for (uint32_t i = 0; i + 1 < items; ++i) {
    std::vector<uint32_t> ends;
    for (uint32_t k = 0; k < each; ++k) {
      state = state * 6364136223846793005ULL + 1442695040888963407ULL;
      const auto to = i + 1 + static_cast<uint32_t>((state >> 33) % reach);
      if (to < items) ends.push_back(to);
    }
    std::sort(ends.begin(), ends.end());
    ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
    for (const uint32_t to : ends) edges.emplace_back(i, to);
  }
  return edges;
}

}  // namespace milepost
