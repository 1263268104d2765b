// The schedule of a program: its network computed, and what that says of each item.
#pragma once

#include "analyze/analysis.h"
#include "analyze/whole.h"
#include "link/program.h"

namespace milepost {

/// Network, passes, target, critical path, and the dates, floats, baselines and slips of all items.
/// Needs the facts and times of `analysis`; leaves health, explanations and forecast empty. Linear.
Schedule build_schedule(const Program& program, const Analysis& analysis, const Whole& whole = {});

/// The schedule of what `mask` sees. Hidden work leaves nothing in it but the dates of what it
/// drives, which are those of `analysis.schedule`. Linear.
Schedule build_visible_schedule(const Program& program, const Analysis& analysis, PlanMask mask);

}  // namespace milepost
