// Early dates: when each item can be, at the soonest.
#pragma once

#include <span>

#include "analyze/passes.h"

namespace milepost {

/// The working day `n` ranks after that which begins at `boundary` or, if it is not worked, after
/// the next: select(rank(boundary) + n) of passes.h.
Date day_at(const WorkingTime& time, Date boundary, int64_t n);

/// How long what is left of it takes: at least one day; 0 for what takes no time.
int32_t length_left(const NetworkNode& node);

/// Early dates of `node` (early_*, starts, finishes, edge, gap; the rest stays) from those of its
/// predecessors in `dates`.
void set_early_dates(const Network& network, const Passes& passes, uint32_t node,
                     std::span<NodeDates> dates);

}  // namespace milepost
