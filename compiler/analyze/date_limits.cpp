// The rules of passes.h read backwards.
#include "analyze/date_limits.h"

#include <algorithm>

#include "analyze/forward_pass.h"

namespace milepost {
namespace {

const WorkingTime& time_of(const Network& network, uint32_t n) {
  return network.times[network.nodes[n].time];
}

int32_t days_to(const Network& network, uint32_t n, Date from, Date limit) {
  if (limit == kUnlimited) return kNoFloat;
  return static_cast<int32_t>(time_of(network, n).between(from, limit));
}

}  // namespace

bool start_is_fixed(const NetworkNode& node) {
  return node.state == PlanState::started && node.started.has_value();
}

AllowedDates allowed(const Network& network, uint32_t n, const DateLimits& limits) {
  const NetworkNode& node = network.nodes[n];
  const int32_t length = length_left(node);
  if (length == 0) {
    const Date day = start_is_fixed(node) ? limits.finish : std::min(limits.start, limits.finish);
    return {day, day};
  }
  const WorkingTime& days = time_of(network, n);
  AllowedDates result{kUnlimited, limits.finish};
  if (limits.finish != kUnlimited) {
    result.start = days.add(days.on_or_before(limits.finish), -(int64_t{length} - 1));
  }
  if (limits.start != kUnlimited && !start_is_fixed(node)) {
    const Date start = days.on_or_before(limits.start);
    result.start = std::min(result.start, start);
    result.finish = std::min(result.finish, days.add(start, length - 1));
  }
  return result;
}

Date limit_of(const Network& network, const NetworkEdge& edge, const DateLimits& limits) {
  const AllowedDates to = allowed(network, edge.to, limits);
  const NetworkNode& node = network.nodes[edge.to];
  const bool at_start = from_start(edge.relation);
  const int back = at_start ? 0 : 1;  // from the boundary to the day that it follows
  const int64_t wall = edge.wall_lag ? edge.lag : 0;
  const int64_t lag = edge.wall_lag ? 0 : edge.lag;
  const bool event = length_left(node) == 0;
  // What holds the beginning of a day, and not its end.
  const bool begins = node.part == NodePart::begin || node.part == NodePart::first ||
                      (event ? at_start : to_start(edge.relation));
  const Date day = begins && !event ? to.start : to.finish;
  if (event && lag == 0) return add_days(day, (begins ? 0 : 1) - wall - back);
  const Date boundary =
      day_at(time_of(network, edge.to), add_days(day, 1), begins ? -lag - 1 : -lag);
  return add_days(boundary, -wall - back);
}

int32_t float_days(const Network& network, const Passes& passes, uint32_t n,
                   const DateLimits& limits) {
  const NodeDates& dates = passes.dates[n];
  return std::min(days_to(network, n, dates.early_finish, limits.finish),
                  days_to(network, n, dates.early_start, limits.start));
}

uint32_t limited_by(const Network& network, const Passes& passes, uint32_t n,
                    const DateLimits& limits) {
  const NodeDates& dates = passes.dates[n];
  const int32_t finish = days_to(network, n, dates.early_finish, limits.finish);
  const int32_t start = days_to(network, n, dates.early_start, limits.start);
  return start < finish ? limits.start_by : limits.finish_by;
}

}  // namespace milepost
