// The entry of analyze/: what a Program's records say, as dates, levels and phases.
#pragma once

#include "analyze/analysis.h"
#include "calendar/date.h"
#include "link/program.h"

namespace milepost {

/// Total and linear in the number of fields and links. Dates that wait for each other (reported by
/// link/) stay absent. Only the forecast runs on several threads; the answer is the same for any
/// `jobs`.
Analysis analyze_program(const Program& program, Date as_of, unsigned jobs = 1);

/// The schedule of what `mask` sees, all of it computed again: hidden work leaves nothing but the
/// dates of what it drives, which are those of `analysis.schedule`.
Schedule visible_schedule(const Program& program, const Analysis& analysis, PlanMask mask);

}  // namespace milepost
