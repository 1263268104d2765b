// Recomputes only what lies between an item and the target.
#include "analyze/what_if.h"

#include <algorithm>

#include "analyze/backward_pass.h"
#include "analyze/forward_pass.h"

namespace milepost {

WhatIf::WhatIf(const Network& network, const Passes& passes, uint32_t target)
    : network_(network),
      passes_(passes),
      target_(target),
      dates_(passes.dates),
      touched_(passes.dates.size(), false) {
  const std::vector<bool> holds = holding(network, passes, target);
  place_.assign(passes.dates.size(), kNoNode);
  for (const uint32_t n : passes.order) {
    if (!holds[n]) continue;
    place_[n] = static_cast<uint32_t>(before_.size());
    before_.push_back(n);
  }
}

Date WhatIf::finish_if(uint32_t node, int32_t days) {
  const NetworkNode& item = network_.nodes[node];
  const WorkingTime& time = network_.times[item.time];
  NodeDates& moved = dates_[node];
  const Date before = moved.early_finish;
  moved.early_finish = time.add(before, days);
  if (days < 0) {
    moved.early_finish = std::max(moved.early_finish, std::min(before, network_.as_of));
  }
  if (item.state != PlanState::done && !start_is_fixed(item)) {
    const int64_t steps = time.between(before, moved.early_finish);
    moved.early_start = std::min(time.add(moved.early_start, steps), moved.early_finish);
  }
  touched_[node] = true;
  changed_.assign(1, node);
  for (std::size_t i = std::size_t{place_[node]} + 1; i < before_.size(); ++i) {
    const uint32_t n = before_[i];
    bool again = false;
    for (uint32_t e = passes_.in_offsets[n]; e < passes_.in_offsets[n + 1] && !again; ++e) {
      again = touched_[network_.edges[passes_.incoming[e]].from];
    }
    if (!again) continue;
    const NodeDates known = dates_[n];
    set_early_dates(network_, passes_, n, dates_);
    const bool same =
        dates_[n].early_start == known.early_start && dates_[n].early_finish == known.early_finish;
    if (same) continue;
    touched_[n] = true;
    changed_.push_back(n);
  }
  const Date finish = dates_[target_].early_finish;
  for (const uint32_t n : changed_) {
    dates_[n] = passes_.dates[n];
    touched_[n] = false;
  }
  return finish;
}

FloatsTo::FloatsTo(const Network& network, const Passes& passes)
    : network_(network),
      passes_(passes),
      place_(passes.order.size()),
      asked_(passes.order.size(), 0),
      limits_(passes.order.size()) {
  for (uint32_t i = 0; i < passes.order.size(); ++i) place_[passes.order[i]] = i;
}

std::vector<NodeFloat> FloatsTo::to(uint32_t target) {
  std::vector<NodeFloat> result;
  if (left_ == 0) return result;
  ++question_;
  std::vector<uint32_t> met{target};
  asked_[target] = question_;
  for (std::size_t next = 0; next < met.size(); ++next) {
    const uint32_t n = met[next];
    limits_[n] = DateLimits();
    if (network_.nodes[n].state == PlanState::done) continue;
    for (uint32_t i = passes_.in_offsets[n]; i < passes_.in_offsets[n + 1]; ++i) {
      if (left_ > 0) --left_;
      const uint32_t from = network_.edges[passes_.incoming[i]].from;
      if (asked_[from] == question_) continue;
      asked_[from] = question_;
      met.push_back(from);
    }
  }
  if (left_ == 0) return result;
  std::sort(met.begin(), met.end(), [&](uint32_t a, uint32_t b) { return place_[a] > place_[b]; });
  limits_[target].finish = passes_.dates[target].early_finish;
  for (const uint32_t n : met) {
    const NetworkNode& node = network_.nodes[n];
    if (node.state == PlanState::done) continue;
    if (n != target && !limits_[n].none()) {
      result.push_back({n, float_days(network_, passes_, n, limits_[n])});
    }
    if (limits_[n].none()) continue;
    for (uint32_t i = passes_.in_offsets[n]; i < passes_.in_offsets[n + 1]; ++i) {
      const uint32_t number = passes_.incoming[i];
      const NetworkEdge& edge = network_.edges[number];
      const NetworkNode& from = network_.nodes[edge.from];
      const bool at_start = from_start(edge.relation);
      if (from.state == PlanState::done || (at_start && start_is_fixed(from))) continue;
      if (node.part == NodePart::first && passes_.dates[n].edge != number) continue;
      limits_[edge.from].hold(at_start, limit_of(network_, edge, limits_[n]), n);
    }
  }
  return result;
}

}  // namespace milepost
