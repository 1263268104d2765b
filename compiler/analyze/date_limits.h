// How late an item may be, and what that asks of the items before it.
#pragma once

#include <cstdint>
#include <limits>

#include "analyze/passes.h"

namespace milepost {

inline constexpr Date kUnlimited{std::numeric_limits<int32_t>::max()};

/// The latest days an item may start and finish on, and the nodes that say so.
struct DateLimits {
  Date start = kUnlimited, finish = kUnlimited;
  uint32_t start_by = kNoNode, finish_by = kNoNode;

  bool none() const { return start == kUnlimited && finish == kUnlimited; }
  /// Of two equal limits the one that was there first stays.
  void hold(bool at_start, Date day, uint32_t whose) {
    Date& limit = at_start ? start : finish;
    if (day >= limit) return;
    limit = day;
    (at_start ? start_by : finish_by) = whose;
  }
};

/// An actual start does not move with the rest of the item.
bool start_is_fixed(const NetworkNode& node);

struct AllowedDates {
  Date start, finish;
};

/// The latest start and finish that `node` can be asked for and still keeps `limits`, which are not
/// none().
AllowedDates allowed(const Network& network, uint32_t node, const DateLimits& limits);

/// The latest day of the end of `edge.from` which the edge counts from that keeps the limits of
/// `edge.to`, which are not none().
Date limit_of(const Network& network, const NetworkEdge& edge, const DateLimits& limits);

/// Working days by which `node` may lie later than its early dates and keep `limits`; negative if
/// it breaks them; kNoFloat without any.
int32_t float_days(const Network& network, const Passes& passes, uint32_t node,
                   const DateLimits& limits);

/// Who set the nearer of the two limits.
uint32_t limited_by(const Network& network, const Passes& passes, uint32_t node,
                    const DateLimits& limits);

}  // namespace milepost
