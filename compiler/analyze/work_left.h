// Work that a release waits for and that is not finished.
#pragma once

#include <vector>

#include "analyze/analysis.h"
#include "analyze/named_values.h"
#include "analyze/readiness.h"
#include "analyze/rests_on.h"

namespace milepost {

/// Adds a reason for each record that directly delivers the release, is part of it, holds it up or
/// that it depends on, and is neither done nor dropped: late if the schedule ends it after the
/// target. `*any` is set if there is any such work, finished or not. Linear in `supporters`.
void add_work_left(const NamedValues& values, const Analysis& analysis,
                   const std::vector<Supporter>& supporters, Readiness& readiness, bool* any);

}  // namespace milepost
