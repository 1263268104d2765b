// Waivers of a release: what need not hold, who says so, and how long.
#pragma once

#include "analyze/analysis.h"
#include "analyze/named_values.h"
#include "analyze/readiness.h"

namespace milepost {

/// Fills `waivers` of `readiness` for its record, whose items and target are there. A waiver names
/// an item by its key or its text. Valid is one with a reason and an approver, who is on the roster
/// if the program has one, until the end of its last day; of several for one item the best is
/// entered at the item.
void read_waivers(const NamedValues& values, const Analysis& analysis, Readiness& readiness);

}  // namespace milepost
