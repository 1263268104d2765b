// Compiled once: most tests need no more than the names.
#include "unit/render/planned.h"

namespace milepost {

View planned_view() {
  View view =
      view_of_files({{"program.yaml", "program: Checkout\ntarget: M-GA\n"}, {"plan.yaml", R"(tasks:
- {id: T-1, title: Dry run, owner: Li Wei}
- {id: T-2, title: Runbooks, owner: Sam Ortiz}
milestones:
- {id: M-GA, title: General availability, due: 2026-06-12, status: in_progress}
dependencies:
- {id: DEP-1, title: Payment API, provider: Payments}
)"}});
  const auto id = [&](std::string_view name) { return record_named(view, name); };
  const auto day = [](int month, int of_month) { return *make_date(2026, month, of_month); };
  ViewSchedule& schedule = view.schedule;
  schedule = {};
  schedule.item_of.assign(view.records.size(), 0xFFFFFFFF);
  const auto add = [&](std::string_view name, ViewPlanKind kind, Date start, Date finish) {
    schedule.item_of[number(id(name))] = static_cast<uint32_t>(schedule.items.size());
    ViewScheduleItem& item = schedule.items.emplace_back();
    item.record = id(name);
    item.kind = kind;
    item.dated = item.start_known = true;
    item.start = start;
    item.finish = finish;
    item.late_start = start;
    item.late_finish = finish;
    item.total_float = item.free_float = 0;
    item.source = ViewLengthSource::estimate;
    return &item;
  };
  ViewScheduleItem* dependency = add("DEP-1", ViewPlanKind::dependency, day(6, 4), day(6, 4));
  dependency->critical = dependency->outside = true;
  dependency->source = ViewLengthSource::event;
  ViewScheduleItem* task = add("T-1", ViewPlanKind::task, day(6, 5), day(6, 22));
  task->critical = true;
  task->length = task->remaining = 12;
  task->driver = id("DEP-1");
  ViewScheduleItem* other = add("T-2", ViewPlanKind::task, day(6, 1), day(6, 10));
  other->total_float = other->free_float = 8;
  other->length = other->remaining = 8;
  ViewScheduleItem* target = add("M-GA", ViewPlanKind::milestone, day(6, 22), day(6, 22));
  target->critical = true;
  target->source = ViewLengthSource::event;
  target->commitment = target->baseline = day(6, 12);
  target->slip = target->slip_from_first = 6;
  target->driver = id("T-1");
  target->computed = ViewHealth::off_track;
  target->reasons = {{ViewHealthCause::late_to_commitment, 6, id("M-GA"), day(6, 12)}};
  schedule.target = id("M-GA");
  schedule.computed = ViewHealth::off_track;
  schedule.critical_path = {id("DEP-1"), id("T-1"), id("M-GA")};
  schedule.near_critical_days = 3;
  ViewScheduleEdge edge;
  edge.from = id("T-1");
  edge.to = id("M-GA");
  edge.critical = edge.driving = edge.slipping = true;
  schedule.edges = {edge};
  ViewExplanation why;
  why.milestone = id("M-GA");
  why.committed = day(6, 12);
  why.forecast = day(6, 22);
  why.slip = 6;
  why.path = schedule.critical_path;
  why.parts = {{id("DEP-1"), 4, ViewSlipCause::promised_later, day(5, 29), day(6, 4), kNotInPlan},
               {id("T-1"), 2, ViewSlipCause::takes_longer, {}, {}, kNotInPlan}};
  why.with_float = {{id("T-2"), 8}};
  why.path_items = 40;
  why.path_estimated = 34;
  schedule.explanations = {why};
  schedule.gains = {{id("T-1"), -2, day(6, 18), -2}};
  return view;
}

View forecast_view(bool indicative) {
  View view = planned_view();
  const ViewRecordId target = view.schedule.target;
  view.schedule.trials = 1000;
  view.schedule.indicative = indicative;
  view.schedule.forecast = {{target, *make_date(2026, 6, 18), *make_date(2026, 6, 23),
                             *make_date(2026, 7, 1), *make_date(2026, 7, 8), uint16_t{412}}};
  return view;
}

Outline site_of(View view) {
  return compose_site(std::move(view), Words());
}

}  // namespace milepost
