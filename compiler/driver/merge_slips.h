// Milestones that a merge makes later.
#pragma once

#include "driver/stages.h"

namespace milepost {

/// Says in the sink of `merged` which milestones, releases and target are later there than on
/// either side, by how many working days, and what moves first on the way to them.
void report_slips(const StageValues& ours, const StageValues& theirs, StageValues& merged);

}  // namespace milepost
