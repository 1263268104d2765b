// Runs the passes over a program's network and reads its items off them.
#include "analyze/schedule_builder.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "analyze/backward_pass.h"
#include "analyze/forward_pass.h"
#include "analyze/network_builder.h"
#include "analyze/network_order.h"
#include "analyze/plan_dates.h"
#include "analyze/roll_up.h"

namespace milepost {
namespace {

class ScheduleBuilder {
 public:
  /// `whole`: the schedule whose dates hold for what is hidden; null: nothing is. `numbers`: its
  /// records by those of this one; null: they are the same.
  ScheduleBuilder(const Program& program, const Analysis& analysis, PlanMask mask,
                  const Schedule* whole, const Whole* numbers)
      : program_(program), analysis_(analysis), whole_(whole), numbers_(numbers) {
    schedule_.mask = std::move(mask);
  }

  Schedule build() {
    const PlanOutline outline = build_network(program_, analysis_, schedule_);
    order_network(schedule_.network, schedule_.passes);
    run_forward(schedule_.network, schedule_.passes);
    if (whole_ != nullptr) take_dates();
    find_dated();
    choose_target();
    run_backward(schedule_.network, schedule_.passes, Ends{target_node_});
    for (ScheduleItem& item : schedule_.items) {
      if (!item.summary) read_dates(item);
    }
    roll_up(analysis_, outline, dated_, schedule_);
    find_path();
    read_baselines();
    return std::move(schedule_);
  }

 private:
  const NetworkNode& node(uint32_t n) const { return schedule_.network.nodes[n]; }

  // Where hidden work makes an item later, it is told so; what follows from that is not.
  void take_dates() {
    Passes& passes = schedule_.passes;
    for (const uint32_t n : passes.order) {
      set_early_dates(schedule_.network, passes, n, passes.dates);
      NetworkNode& of = schedule_.network.nodes[n];
      if (of.part != NodePart::whole || of.state == PlanState::done) continue;
      const RecordIndex own = schedule_.node_records[n];
      const RecordIndex record = numbers_ == nullptr ? own : numbers_->date_of(own);
      const ScheduleItem* known = record == kNoRecord ? nullptr : whole_->item(record);
      if (known == nullptr || !known->dated || known->finish <= passes.dates[n].early_finish)
        continue;
      of.told = known->finish;
      set_early_dates(schedule_.network, passes, n, passes.dates);
    }
  }

  // A node has a date if it says one or a length, or waits for one that has.
  void find_dated() {
    const Passes& passes = schedule_.passes;
    dated_.assign(schedule_.network.nodes.size(), false);
    for (const uint32_t n : passes.order) {
      const NetworkNode& of = node(n);
      bool dated = of.state == PlanState::done || of.commitment || of.told || of.not_before ||
                   of.started || of.length > 0;
      for (uint32_t i = passes.in_offsets[n]; i < passes.in_offsets[n + 1] && !dated; ++i) {
        dated = dated_[schedule_.network.edges[passes.incoming[i]].from];
      }
      dated_[n] = dated;
    }
  }

  bool can_be_target(const ScheduleItem& item, bool done) const {
    return item.node != kNoNode && dated_[item.node] && (item.state == PlanState::done) == done;
  }

  void choose_target() {
    const ScheduleItem* named =
        program_.target == kNoRecord ? nullptr : schedule_.item(program_.target);
    const ScheduleItem* chosen = nullptr;
    if (named != nullptr && can_be_target(*named, false)) {
      chosen = named;
    } else {
      for (const ScheduleItem& item : schedule_.items) {
        if (item.kind != PlanKind::milestone && item.kind != PlanKind::release) continue;
        if (!can_be_target(item, false)) continue;
        if (chosen == nullptr || finish_of(item) > finish_of(*chosen)) chosen = &item;
      }
      if (chosen == nullptr && named != nullptr && can_be_target(*named, true)) chosen = named;
    }
    if (chosen == nullptr) return;
    schedule_.target = chosen->record;
    target_node_ = chosen->node;
  }
  Date finish_of(const ScheduleItem& item) const {
    return schedule_.passes.dates[item.node].early_finish;
  }

  void read_dates(ScheduleItem& item) const {
    const NodeDates& dates = schedule_.passes.dates[item.node];
    item.dated = dated_[item.node];
    item.start = dates.early_start;
    item.finish = dates.early_finish;
    item.late_start = dates.late_start;
    item.late_finish = dates.late_finish;
    item.start_known = item.dated && dates.starts != Driver::none;
    if (dates.edge != kNoEdge) {
      item.driver = schedule_.node_records[schedule_.network.edges[dates.edge].from];
    }
    if (!item.dated) return;
    item.total_float = dates.total_float;
    item.free_float = dates.free_float;
    item.commitment_float = dates.commitment_float;
    if (dates.bound_by != kNoNode) item.bound_by = schedule_.node_records[dates.bound_by];
  }

  void find_path() {
    if (target_node_ == kNoNode) return;
    for (const uint32_t n : longest_path(schedule_.network, schedule_.passes, target_node_)) {
      if (node(n).part != NodePart::whole) continue;
      const RecordIndex record = schedule_.node_records[n];
      schedule_.critical_path.push_back(record);
      ScheduleItem& item = schedule_.items[schedule_.item_of[static_cast<uint32_t>(record)]];
      item.critical = item.state != PlanState::done;
    }
    const int set = program_.set.settings.schedule.near_critical_days;
    if (set >= 0) {
      schedule_.near_critical_days = set;
    } else {
      const Date finish = schedule_.passes.dates[target_node_].early_finish;
      const int64_t left = analysis_.program_time().count(analysis_.as_of, finish);
      schedule_.near_critical_days = static_cast<int32_t>(std::clamp<int64_t>(left / 20, 3, 10));
    }
    const std::vector<bool> holds = holding(schedule_.network, schedule_.passes, target_node_);
    for (ScheduleItem& item : schedule_.items) {
      if (item.node == kNoNode || !holds[item.node] || !item.dated) continue;
      item.near_critical = !item.critical && item.state != PlanState::done &&
                           item.total_float <= schedule_.near_critical_days;
    }
  }

  void read_baselines() {
    std::unordered_map<std::string_view, Date> of_program;
    for (const BaselineEntry& entry : program_.set.settings.baseline) {
      const RecordIndex record = program_.find(entry.id);
      if (record != kNoRecord) of_program.emplace(program_.record(record).id, entry.due);
    }
    for (ScheduleItem& item : schedule_.items) {
      std::optional<Date> own;
      if (!of_program.empty()) {
        const auto found = of_program.find(program_.record(item.record).id);
        if (found != of_program.end()) own = found->second;
      }
      const std::vector<Date> baselines =
          baselines_of(program_, analysis_, item.record, item.kind, own);
      item.baseline = baselines.empty() ? item.commitment : baselines.back();
      if (baselines.size() > 1) {
        item.rebaselines = static_cast<uint16_t>(std::min<std::size_t>(baselines.size() - 1, 999));
        if (baselines.front() != baselines.back()) item.first_baseline = baselines.front();
      }
      if (!item.dated) continue;
      const WorkingTime& time = analysis_.time_of(item.record);
      if (item.baseline) item.slip = days(time, *item.baseline, item.finish);
      item.slip_from_first =
          item.first_baseline ? days(time, *item.first_baseline, item.finish) : item.slip;
    }
  }
  static int32_t days(const WorkingTime& time, Date from, Date to) {
    return static_cast<int32_t>(time.between(from, to));
  }

  const Program& program_;
  const Analysis& analysis_;
  const Schedule* whole_;
  const Whole* numbers_;
  Schedule schedule_;
  std::vector<bool> dated_;  // by node
  uint32_t target_node_ = kNoNode;
};

}  // namespace

Schedule build_schedule(const Program& program, const Analysis& analysis, const Whole& whole) {
  const Schedule* told = whole.is_there() ? &whole.analysis->schedule : nullptr;
  return ScheduleBuilder(program, analysis, {}, told, told == nullptr ? nullptr : &whole).build();
}

Schedule build_visible_schedule(const Program& program, const Analysis& analysis, PlanMask mask) {
  return ScheduleBuilder(program, analysis, std::move(mask), &analysis.schedule, nullptr).build();
}

}  // namespace milepost
