// Tries one day after the other.
#include "unit/analyze/slow_schedule.h"

#include <algorithm>

namespace milepost {
namespace {

Date plus(Date day, int64_t days) {
  return Date{static_cast<int32_t>(day.days + days)};
}

bool counts_start(const NetworkEdge& edge) {
  return edge.relation == Relation::start_start || edge.relation == Relation::start_finish;
}
bool holds_start(const NetworkEdge& edge) {
  return edge.relation == Relation::finish_start || edge.relation == Relation::start_start;
}

}  // namespace

SlowSchedule::SlowSchedule(const Network& network, Date first,
                           std::vector<std::vector<bool>> worked)
    : network_(network), first_(first), worked_(std::move(worked)) {
  dates_ = settle(kNoNode, {});
}

bool SlowSchedule::works(uint32_t node, Date day) const {
  return worked_[network_.nodes[node].time][static_cast<std::size_t>(day.days - first_.days)];
}

// Over so many working days: from a day off the first step leads to the next (or last) worked day.
Date SlowSchedule::step(uint32_t node, Date day, int64_t days) const {
  const int direction = days < 0 ? -1 : 1;
  for (int64_t left = days < 0 ? -days : days; left > 0;) {
    day = plus(day, direction);
    if (works(node, day)) --left;
  }
  return day;
}

// The first working day at or after the boundary before `boundary`, and n more; back if negative.
Date SlowSchedule::nth(uint32_t node, Date boundary, int64_t n) const {
  Date day = boundary;
  while (!works(node, day)) day = plus(day, 1);
  return step(node, day, n);
}

int32_t SlowSchedule::length(uint32_t n) const {
  const NetworkNode& node = network_.nodes[n];
  if (node.length == 0) return 0;
  return node.state == PlanState::started ? std::max(node.remaining, 1) : node.length;
}

// Where the edge alone would put its successor; `at_start`: it holds the start.
SlowDates SlowSchedule::arrival(const NetworkEdge& edge, SlowDates from, bool& at_start) const {
  const uint32_t to = edge.to;
  Date boundary = counts_start(edge) ? from.start : plus(from.finish, 1);
  int64_t lag = edge.lag;
  if (edge.wall_lag) {
    boundary = plus(boundary, lag);
    lag = 0;
  }
  at_start = holds_start(edge);
  const int32_t days = length(to);
  if (days == 0) {
    const int shown = counts_start(edge) ? 0 : 1;
    const Date day = lag == 0 ? plus(boundary, -shown) : nth(to, boundary, lag - shown);
    return {day, day};
  }
  if (at_start) {
    const Date start = nth(to, boundary, lag);
    return {start, step(to, start, days - 1)};
  }
  const Date finish = nth(to, boundary, lag - 1);
  return {step(to, finish, 1 - days), finish};
}

SlowDates SlowSchedule::place(uint32_t n, const std::vector<SlowDates>& dates) const {
  const NetworkNode& node = network_.nodes[n];
  if (node.state == PlanState::done) return {node.started.value_or(*node.finished), *node.finished};
  const bool waiting = node.state == PlanState::waiting;
  const int32_t days = length(n);
  const auto fits = [&](SlowDates at) {
    if (at.start < network_.as_of) return false;
    if (waiting && node.not_before && at.start < *node.not_before) return false;
    for (const NetworkEdge& edge : network_.edges) {
      if (edge.to != n) continue;
      bool at_start = false;
      const SlowDates asked = arrival(edge, dates[edge.from], at_start);
      if (days == 0 || at_start ? at.start < asked.start : at.finish < asked.finish) return false;
    }
    return true;
  };
  SlowDates at{network_.as_of, network_.as_of};
  while (true) {
    if (days == 0) {
      if (fits(at)) break;
    } else if (works(n, at.start)) {
      at.finish = step(n, at.start, days - 1);
      if (fits(at)) break;
    }
    at.start = at.finish = plus(at.start, 1);
  }
  if (network_.commitments_first && node.commitment && *node.commitment > at.finish) {
    at.finish = *node.commitment;
    if (days == 0) at.start = at.finish;
    if (days > 0 && !node.not_before) {
      Date last = at.finish;
      while (!works(n, last)) last = plus(last, -1);
      at.start = step(n, last, 1 - days);
    }
  }
  if (!waiting && node.started) at.start = *node.started;
  return at;
}

std::vector<SlowDates> SlowSchedule::settle(uint32_t moved, SlowDates place_of_moved) const {
  std::vector<SlowDates> dates(network_.nodes.size(), {network_.as_of, network_.as_of});
  for (bool changed = true; changed;) {
    changed = false;
    for (uint32_t n = 0; n < dates.size(); ++n) {
      const SlowDates at = n == moved ? place_of_moved : place(n, dates);
      changed = changed || at.start != dates[n].start || at.finish != dates[n].finish;
      dates[n] = at;
    }
  }
  return dates;
}

SlowDates SlowSchedule::shifted(uint32_t n, int32_t days) const {
  const NetworkNode& node = network_.nodes[n];
  SlowDates at = dates_[n];
  // A finish on a day off is the end of the working day before it.
  for (Date* day : {&at.start, &at.finish}) {
    while (days <= 0 && !works(n, *day)) *day = plus(*day, -1);
  }
  const bool fixed = node.state == PlanState::started && node.started;
  at.finish = step(n, at.finish, days);
  if (!fixed) at.start = step(n, at.start, days);
  return at;
}

Date SlowSchedule::last_finish() const {
  Date last = dates_.front().finish;
  for (const SlowDates& at : dates_) last = std::max(last, at.finish);
  return last;
}

int32_t SlowSchedule::total_float(uint32_t node, uint32_t target, int32_t most) const {
  const Date end = target == kNoNode ? last_finish() : dates_[target].finish;
  for (int32_t days = 1; days <= most; ++days) {
    const std::vector<SlowDates> dates = settle(node, shifted(node, days));
    bool late = target != kNoNode && dates[target].finish > end;
    for (uint32_t n = 0; target == kNoNode && n < dates.size(); ++n) {
      late = late || dates[n].finish > end;
    }
    if (late) return days - 1;
  }
  return kNoFloat;
}

int32_t SlowSchedule::free_float(uint32_t node, int32_t most) const {
  for (int32_t days = 1; days <= most; ++days) {
    const std::vector<SlowDates> dates = settle(node, shifted(node, days));
    for (uint32_t n = 0; n < dates.size(); ++n) {
      const bool same = dates[n].start == dates_[n].start && dates[n].finish == dates_[n].finish;
      if (n != node && !same) return days - 1;
    }
  }
  return kNoFloat;
}

bool SlowSchedule::keeps(uint32_t n, SlowDates at) const {
  const NetworkNode& node = network_.nodes[n];
  if (node.state == PlanState::done) return true;
  if (node.commitment && at.finish > *node.commitment) return false;
  if (node.deadline && at.finish > *node.deadline) return false;
  for (const NetworkEdge& edge : network_.edges) {
    if (edge.from != n) continue;
    const bool fixed = node.state == PlanState::started && node.started;
    if (fixed && counts_start(edge)) continue;
    bool at_start = false;
    SlowDates next = arrival(edge, at, at_start);
    const NetworkNode& to = network_.nodes[edge.to];
    if (to.state == PlanState::started && to.started) next.start = *to.started;
    if (!keeps(edge.to, next)) return false;
  }
  return true;
}

int32_t SlowSchedule::commitment_float(uint32_t node, int32_t least, int32_t most) const {
  if (keeps(node, shifted(node, most))) return kNoFloat;
  for (int32_t days = most - 1; days >= least; --days) {
    if (keeps(node, shifted(node, days))) return days;
  }
  return least - 1;
}

}  // namespace milepost
