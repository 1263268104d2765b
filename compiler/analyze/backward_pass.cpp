// Carries three limits back from what follows: the end, the nearest commitment, and what would
// move.
#include "analyze/backward_pass.h"

#include <algorithm>

#include "analyze/date_limits.h"
#include "analyze/forward_pass.h"

namespace milepost {
namespace {

class BackwardPass {
 public:
  BackwardPass(const Network& network, Passes& passes, Ends ends)
      : network_(network),
        passes_(passes),
        target_(ends.target),
        holds_(holding(network, passes, ends.target)),
        end_(network.nodes.size()),
        bound_(network.nodes.size()),
        free_(network.nodes.size()) {
    for (const NodeDates& dates : passes.dates) last_ = std::max(last_, dates.early_finish);
  }

  void run() {
    for (auto n = passes_.order.rbegin(); n != passes_.order.rend(); ++n) {
      if (network_.nodes[*n].state == PlanState::done) {
        set_done(*n);
      } else {
        set(*n);
      }
    }
  }

 private:
  bool holds(uint32_t n) const { return !holds_.empty() && holds_[n]; }
  int32_t days(uint32_t n, const DateLimits& limits) const {
    return float_days(network_, passes_, n, limits);
  }

  void set_done(uint32_t n) {
    NodeDates& dates = passes_.dates[n];
    dates.late_start = dates.early_start;
    dates.late_finish = dates.early_finish;
    dates.total_float = dates.free_float = dates.commitment_float = kNoFloat;
    dates.bound_by = kNoNode;
  }

  void set(uint32_t n) {
    const NetworkNode& node = network_.nodes[n];
    if (n == target_) end_[n].finish = passes_.dates[n].early_finish;
    for (const std::optional<Date>& own : {node.commitment, node.deadline}) {
      if (own) bound_[n].hold(false, *own, n);
    }
    for (uint32_t i = passes_.out_offsets[n]; i < passes_.out_offsets[n + 1]; ++i) {
      follow(n, passes_.outgoing[i]);
    }
    if (!holds(n) || end_[n].none()) end_[n].hold(false, last_, n);

    NodeDates& dates = passes_.dates[n];
    dates.total_float = days(n, end_[n]);
    dates.free_float = free_[n].none() ? dates.total_float : days(n, free_[n]);
    dates.free_float = std::min(dates.free_float, dates.total_float);
    const bool bound = !bound_[n].none();
    dates.commitment_float = bound ? days(n, bound_[n]) : kNoFloat;
    dates.bound_by = bound ? limited_by(network_, passes_, n, bound_[n]) : kNoNode;
    set_late_dates(n);
  }

  void set_late_dates(uint32_t n) {
    const NetworkNode& node = network_.nodes[n];
    NodeDates& dates = passes_.dates[n];
    dates.late_finish = network_.times[node.time].add(dates.early_finish, dates.total_float);
    if (start_is_fixed(node)) {
      dates.late_start = dates.early_start;
    } else if (length_left(node) > 0) {
      dates.late_start = std::max(dates.early_start, allowed(network_, n, end_[n]).start);
    } else {
      dates.late_start = dates.late_finish;
    }
  }

  // What the edge to an item that follows asks of this one.
  void follow(uint32_t n, uint32_t number) {
    const NetworkEdge& edge = network_.edges[number];
    const uint32_t to = edge.to;
    const NetworkNode& next = network_.nodes[to];
    if (next.state == PlanState::done) return;
    // Of the parts of a summary only the one that is first moves its beginning.
    if (next.part == NodePart::first && passes_.dates[to].edge != number) return;
    const bool at_start = from_start(edge.relation);
    if (at_start && start_is_fixed(network_.nodes[n])) return;

    if (holds(n) == holds(to) && n != target_) {
      end_[n].hold(at_start, limit_of(network_, edge, end_[to]), to);
    }
    if (!bound_[to].none()) {
      const uint32_t whose = limited_by(network_, passes_, to, bound_[to]);
      bound_[n].hold(at_start, limit_of(network_, edge, bound_[to]), whose);
    }
    DateLimits kept = free_[to];
    if (next.part == NodePart::whole) {
      const NodeDates& dates = passes_.dates[to];
      kept = {dates.early_start, dates.early_finish, to, to};
    }
    if (!kept.none()) free_[n].hold(at_start, limit_of(network_, edge, kept), to);
  }

  const Network& network_;
  Passes& passes_;
  uint32_t target_;
  std::vector<bool> holds_;
  std::vector<DateLimits> end_, bound_, free_;
  Date last_ = kFirstDate;
};

}  // namespace

std::vector<bool> holding(const Network& network, const Passes& passes, uint32_t target) {
  std::vector<bool> holds;
  if (target >= network.nodes.size()) return holds;
  holds.assign(network.nodes.size(), false);
  std::vector<uint32_t> open{target};
  holds[target] = true;
  while (!open.empty()) {
    const uint32_t n = open.back();
    open.pop_back();
    if (network.nodes[n].state == PlanState::done) continue;
    for (uint32_t i = passes.in_offsets[n]; i < passes.in_offsets[n + 1]; ++i) {
      const NetworkEdge& edge = network.edges[passes.incoming[i]];
      const uint32_t from = edge.from;
      const bool past = from_start(edge.relation) && start_is_fixed(network.nodes[from]);
      if (holds[from] || past) continue;
      holds[from] = true;
      open.push_back(from);
    }
  }
  return holds;
}

void run_backward(const Network& network, Passes& passes, Ends ends) {
  BackwardPass(network, passes, ends).run();
}

}  // namespace milepost
