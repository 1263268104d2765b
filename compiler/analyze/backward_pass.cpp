// Carries three limits back from what follows: the end, the nearest commitment, and what would
// move.
#include "analyze/backward_pass.h"

#include <algorithm>

#include "analyze/forward_pass.h"

namespace milepost {
namespace {

constexpr Date kUnlimited{std::numeric_limits<int32_t>::max()};

// The latest days an item may start and finish on, and who says so.
struct Limits {
  Date start = kUnlimited, finish = kUnlimited;
  uint32_t start_by = kNoNode, finish_by = kNoNode;

  bool none() const { return start == kUnlimited && finish == kUnlimited; }
  void hold(bool at_start, Date day, uint32_t whose) {
    Date& limit = at_start ? start : finish;
    if (day >= limit) return;
    limit = day;
    (at_start ? start_by : finish_by) = whose;
  }
};

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
  struct Allowed {
    Date start, finish;
  };

  const WorkingTime& time(uint32_t n) const { return network_.times[network_.nodes[n].time]; }
  bool holds(uint32_t n) const { return !holds_.empty() && holds_[n]; }
  // An actual start does not move with the rest of the item.
  bool start_is_fixed(uint32_t n) const {
    const NetworkNode& node = network_.nodes[n];
    return node.state == PlanState::started && node.started.has_value();
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
    if (end_[n].none()) end_[n].finish = last_;

    NodeDates& dates = passes_.dates[n];
    dates.total_float = days(n, end_[n]);
    dates.free_float = free_[n].none() ? dates.total_float : days(n, free_[n]);
    dates.free_float = std::min(dates.free_float, dates.total_float);
    dates.commitment_float = kNoFloat;
    dates.bound_by = kNoNode;
    if (!bound_[n].none()) {
      dates.commitment_float = days(n, bound_[n]);
      const bool by_start = bound_[n].finish == kUnlimited ||
                            finish_days(n, bound_[n].finish) != dates.commitment_float;
      dates.bound_by = by_start ? bound_[n].start_by : bound_[n].finish_by;
    }
    set_late_dates(n);
  }

  void set_late_dates(uint32_t n) {
    NodeDates& dates = passes_.dates[n];
    dates.late_finish = time(n).add(dates.early_finish, dates.total_float);
    if (start_is_fixed(n)) {
      dates.late_start = dates.early_start;
    } else if (length_left(network_.nodes[n]) > 0) {
      dates.late_start = std::max(dates.early_start, allowed(n, end_[n]).start);
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
    const bool at_start =
        edge.relation == Relation::start_start || edge.relation == Relation::start_finish;
    if (at_start && start_is_fixed(n)) return;

    const auto limit = [&](const Limits& limits) {
      const Date boundary = latest_boundary(edge, allowed(to, limits));
      return at_start ? boundary : add_days(boundary, -1);
    };
    if (holds(n) == holds(to) && n != target_) end_[n].hold(at_start, limit(end_[to]), to);
    if (!bound_[to].none()) {
      hold_bound(n, at_start, limit(bound_[to]), edge, bound_[to]);
    }
    if (next.part == NodePart::whole) {
      const NodeDates& dates = passes_.dates[to];
      free_[n].hold(at_start, limit(Limits{dates.early_start, dates.early_finish, to, to}), to);
    } else if (!free_[to].none()) {
      free_[n].hold(at_start, limit(free_[to]), to);
    }
  }

  // The limit of what follows is that of its start or of its finish, whichever it hands on.
  void hold_bound(uint32_t n, bool at_start, Date day, const NetworkEdge& edge,
                  const Limits& limits) {
    const uint32_t to = edge.to;
    const bool by_start = limits.finish == kUnlimited ||
                          (limits.start != kUnlimited &&
                           finish_days(to, limits.finish) > start_days(to, limits.start));
    bound_[n].hold(at_start, day, by_start ? limits.start_by : limits.finish_by);
  }

  // The latest start and finish that `n` can be asked for and still keeps `limits`.
  Allowed allowed(uint32_t n, const Limits& limits) const {
    const int32_t length = length_left(network_.nodes[n]);
    if (length == 0) {
      const Date day = std::min(limits.start, limits.finish);
      return {day, day};
    }
    const WorkingTime& days = time(n);
    Allowed result{kUnlimited, limits.finish};
    if (limits.finish != kUnlimited) {
      result.start = days.add(days.on_or_before(limits.finish), -(int64_t{length} - 1));
    }
    if (limits.start != kUnlimited && !start_is_fixed(n)) {
      const Date start = days.on_or_before(limits.start);
      result.start = std::min(result.start, start);
      result.finish = std::min(result.finish, days.add(start, length - 1));
    }
    return result;
  }

  // The latest boundary of `from` that the edge allows (passes.h says what it counts).
  Date latest_boundary(const NetworkEdge& edge, const Allowed& to) const {
    const WorkingTime& days = time(edge.to);
    const NetworkNode& node = network_.nodes[edge.to];
    const bool from_start =
        edge.relation == Relation::start_start || edge.relation == Relation::start_finish;
    const bool to_start =
        edge.relation == Relation::finish_start || edge.relation == Relation::start_start;
    const int64_t wall = edge.wall_lag ? edge.lag : 0;
    const int64_t lag = edge.wall_lag ? 0 : edge.lag;
    const bool event = length_left(node) == 0;
    const bool begins = node.part == NodePart::begin || node.part == NodePart::first ||
                        (event ? from_start : to_start);
    const Date day = begins && !event ? to.start : to.finish;
    if (event && lag == 0) return add_days(day, (begins ? 0 : 1) - wall);
    return add_days(day_at(days, add_days(day, 1), begins ? -lag - 1 : -lag), -wall);
  }

  int32_t finish_days(uint32_t n, Date limit) const {
    return static_cast<int32_t>(time(n).between(passes_.dates[n].early_finish, limit));
  }
  int32_t start_days(uint32_t n, Date limit) const {
    return static_cast<int32_t>(time(n).between(passes_.dates[n].early_start, limit));
  }
  int32_t days(uint32_t n, const Limits& limits) const {
    int32_t result = kNoFloat;
    if (limits.finish != kUnlimited) result = finish_days(n, limits.finish);
    if (limits.start != kUnlimited) result = std::min(result, start_days(n, limits.start));
    return result;
  }

  const Network& network_;
  Passes& passes_;
  uint32_t target_;
  std::vector<bool> holds_;
  std::vector<Limits> end_, bound_, free_;
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
      const uint32_t from = network.edges[passes.incoming[i]].from;
      if (holds[from]) continue;
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
