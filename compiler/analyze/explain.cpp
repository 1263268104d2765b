// Telescopes the slips of a chain: each item answers for what it adds to the one before it.
#include "analyze/explain.h"

#include <algorithm>

#include "analyze/what_if.h"

namespace milepost {
namespace {

constexpr uint32_t kMostOnPath = 100;
constexpr std::size_t kMostWithFloat = 8;

class Explainer {
 public:
  Explainer(const Program& program, const Analysis& analysis)
      : program_(program),
        analysis_(analysis),
        schedule_(analysis.schedule),
        network_(schedule_.network),
        passes_(schedule_.passes),
        floats_(network_, passes_),
        on_path_(network_.nodes.size(), false) {}

  std::vector<Explanation> explain() {
    std::vector<const ScheduleItem*> open;
    for (const ScheduleItem& item : schedule_.items) {
      const bool event = item.kind == PlanKind::milestone || item.kind == PlanKind::release;
      if (event && item.dated && item.node != kNoNode && item.state != PlanState::done) {
        open.push_back(&item);
      }
    }
    std::stable_sort(open.begin(), open.end(), [](const ScheduleItem* a, const ScheduleItem* b) {
      return a->finish < b->finish;
    });
    std::vector<Explanation> result;
    result.reserve(open.size());
    for (const ScheduleItem* item : open) result.push_back(explain(*item));
    return result;
  }

 private:
  const ScheduleItem& item_at(uint32_t node) const {
    return *schedule_.item(schedule_.node_records[node]);
  }

  Explanation explain(const ScheduleItem& milestone) {
    Explanation result;
    result.milestone = milestone.record;
    result.forecast = milestone.finish;
    result.committed = milestone.baseline.value_or(milestone.finish);
    result.slip = milestone.slip;
    std::vector<uint32_t> path = longest_path(network_, passes_, milestone.node, kMostOnPath);
    std::erase_if(path, [&](uint32_t n) { return network_.nodes[n].part != NodePart::whole; });
    for (const uint32_t n : path) {
      const ScheduleItem& item = item_at(n);
      result.path.push_back(item.record);
      if (item.rosier) result.contradicted.push_back(item.record);
      if (item.kind != PlanKind::task || item.state == PlanState::done) continue;
      ++result.path_items;
      const bool estimated =
          item.source == LengthSource::estimate || item.source == LengthSource::remaining;
      if (estimated) ++result.path_estimated;
    }
    add_parts(milestone, path, result);
    add_floats(milestone, path, result);
    return result;
  }

  // What an item was planned for: of a dependency when it is needed (one that comes sooner is on
  // time), else its newest baseline or the date its owner stands for.
  std::optional<Date> reference(const ScheduleItem& item, const ScheduleItem& milestone) const {
    if (item.kind == PlanKind::dependency && &item != &milestone) {
      const std::optional<Date>& needed = network_.nodes[item.node].deadline;
      if (needed) return std::min(*needed, item.finish);
    }
    return item.baseline;
  }

  void add_parts(const ScheduleItem& milestone, const std::vector<uint32_t>& path,
                 Explanation& result) const {
    if (!milestone.baseline) return;
    const WorkingTime& time = analysis_.time_of(milestone.record);
    int32_t before = 0;
    std::size_t since = 0;   // the first item of which no part tells yet
    bool unplanned = false;  // what stands just before it has no planned date
    for (std::size_t i = 0; i < path.size(); ++i) {
      const ScheduleItem& item = item_at(path[i]);
      const std::optional<Date> was = reference(item, milestone);
      if (!was) {
        unplanned = true;
        continue;
      }
      const auto slip = static_cast<int32_t>(time.between(*was, item.finish));
      const int32_t days = slip - before;
      before = slip;
      const bool longer = unplanned;
      unplanned = false;
      if (days == 0) continue;
      SlipPart part{item.record, days, SlipCause::absorbed, was, item.finish, kNoRecord};
      if (days > 0) {
        part.cause = cause_of(path, i, *was, longer);
        part.because = reason(path, since, i, part.cause);
      }
      result.parts.push_back(part);
      since = i + 1;
    }
  }

  // It may stand at what led here and has no slip of its own.
  RecordIndex reason(const std::vector<uint32_t>& path, std::size_t since, std::size_t at,
                     SlipCause cause) const {
    if (cause == SlipCause::blocked) return item_at(path[at - 1]).record;
    std::vector<RecordIndex> records;
    for (std::size_t i = since; i <= at; ++i) records.push_back(item_at(path[i]).record);
    const RecordIndex found = reason_of(program_, analysis_, records);
    return found == item_at(path[at]).record ? kNoRecord : found;
  }

  SlipCause cause_of(const std::vector<uint32_t>& path, std::size_t at, Date was,
                     bool longer) const {
    const ScheduleItem& item = item_at(path[at]);
    const NodeDates& dates = passes_.dates[path[at]];
    const NetworkNode& node = network_.nodes[path[at]];
    const ScheduleItem* held_by = at > 0 ? &item_at(path[at - 1]) : nullptr;
    if (item.state == PlanState::done) return SlipCause::finished_late;
    const bool driven = dates.edge != kNoEdge && dates.gap == 0;
    if (driven && held_by != nullptr && held_by->kind == PlanKind::blocker) {
      return SlipCause::blocked;
    }
    if (item.kind == PlanKind::dependency && item.commitment && *item.commitment > was) {
      return SlipCause::promised_later;
    }
    if (dates.finishes == Driver::commitment) return SlipCause::own_date;
    const Date as_of = network_.as_of;
    const bool should_have_begun =
        node.state == PlanState::waiting && node.not_before && *node.not_before < as_of;
    if (should_have_begun && dates.starts == Driver::as_of) return SlipCause::not_started;
    // With days of work left it is these that make it late, not that its date has come.
    const bool past = item.commitment && *item.commitment < as_of && item.remaining <= 1;
    if (past && dates.finishes == Driver::as_of) return SlipCause::overdue;
    const bool work = item.kind == PlanKind::task && item.length > 0;
    if (!work || (driven && longer)) return SlipCause::longer_path;
    return SlipCause::takes_longer;
  }

  void add_floats(const ScheduleItem& milestone, const std::vector<uint32_t>& path,
                  Explanation& result) {
    for (const uint32_t n : path) on_path_[n] = true;
    for (const NodeFloat& one : floats_.to(milestone.node)) {
      const ScheduleItem& item = item_at(one.node);
      if (network_.nodes[one.node].part != NodePart::whole || !item.dated) continue;
      if (item.kind == PlanKind::blocker || item.kind == PlanKind::other) continue;
      if (on_path_[one.node]) continue;
      result.with_float.push_back({item.record, one.days});
    }
    for (const uint32_t n : path) on_path_[n] = false;
    const auto more = [](const ItemFloat& a, const ItemFloat& b) {
      return a.days != b.days ? a.days > b.days : a.item < b.item;
    };
    const std::size_t kept = std::min(result.with_float.size(), kMostWithFloat);
    std::partial_sort(result.with_float.begin(),
                      result.with_float.begin() + static_cast<std::ptrdiff_t>(kept),
                      result.with_float.end(), more);
    result.with_float.resize(kept);
  }

  const Program& program_;
  const Analysis& analysis_;
  const Schedule& schedule_;
  const Network& network_;
  const Passes& passes_;
  FloatsTo floats_;
  std::vector<bool> on_path_;  // of the milestone that is being explained
};

// What finishing one item of the path earlier would be worth.
std::vector<Impact> find_gains(const Analysis& analysis) {
  constexpr int32_t kTried[] = {5, 3, 2, 1};
  const Schedule& schedule = analysis.schedule;
  std::vector<Impact> gains;
  const ScheduleItem* target =
      schedule.target == kNoRecord ? nullptr : schedule.item(schedule.target);
  if (target == nullptr || target->node == kNoNode || target->state == PlanState::done) {
    return gains;
  }
  WhatIf what_if(schedule.network, schedule.passes, target->node);
  std::size_t left = 20'000'000;  // items looked at
  const WorkingTime& time = analysis.time_of(target->record);
  for (const RecordIndex record : schedule.critical_path) {
    const ScheduleItem& item = *schedule.item(record);
    const bool can_move = item.kind == PlanKind::task || item.kind == PlanKind::dependency;
    if (!can_move || item.state == PlanState::done || &item == target) continue;
    if (left < what_if.size() * std::size(kTried)) break;
    left -= what_if.size() * std::size(kTried);
    Impact best;
    for (const int32_t days : kTried) {
      const Date finish = what_if.finish_if(item.node, -days);
      const auto gained = static_cast<int32_t>(time.between(target->finish, finish));
      // Fewer days are tried after more: they count if they are worth as much.
      if (best.item != kNoRecord && gained > best.target_days) break;
      best = {record, -days, finish, gained};
      if (gained >= 0) break;
    }
    if (best.target_days < 0) gains.push_back(best);
  }
  return gains;
}

}  // namespace

void explain_schedule(const Program& program, Analysis& analysis) {
  std::vector<Explanation> explanations = Explainer(program, analysis).explain();
  std::vector<Impact> gains = find_gains(analysis);
  analysis.schedule.explanations = std::move(explanations);
  analysis.schedule.gains = std::move(gains);
}

}  // namespace milepost
