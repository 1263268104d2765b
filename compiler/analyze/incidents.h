// How fast incidents were answered and ended, and whether their post-mortems are there.
#pragma once

#include <vector>

#include "analyze/analysis.h"
#include "analyze/control.h"
#include "link/program.h"

namespace milepost {

/// Every incident, in record order, as far as `mask` shows them. Needs the facts and times of
/// `analysis`. Times run from when it was noticed, else from when it began. Linear in the fields,
/// links and action items of incidents.
std::vector<Incident> read_incidents(const Program& program, const Analysis& analysis,
                                     const ReadinessMask& mask);

}  // namespace milepost
