// The entry of analyze/: what a Program's records say, as dates, levels and phases.
#pragma once

#include "analyze/analysis.h"
#include "analyze/whole.h"
#include "calendar/date.h"
#include "link/program.h"

namespace milepost {

/// Total and linear in the number of fields and links. Dates that wait for each other (reported by
/// link/) stay absent. Only the forecast runs on several threads; the answer is the same for any
/// `jobs`.
/// `evidence` holds what items name as evidence and could be read. `whole` is what `program` was
/// cut from, if it is what an audience sees of something.
Analysis analyze_program(const Program& program, Date as_of, unsigned jobs = 1,
                         const EvidenceFiles& evidence = {}, const Whole& whole = {});

/// Puts the schedule of what `mask` sees in the place of the whole, with all that is computed from
/// it: hidden work leaves nothing but the dates of what it drives. Gives back the whole.
Schedule keep_visible(const Program& program, Analysis& analysis, PlanMask mask, unsigned jobs = 1);

/// Puts the readiness of what `mask` sees in the place of the whole; after keep_visible(), since
/// reasons have dates of the schedule.
void keep_visible(const Program& program, Analysis& analysis, const EvidenceFiles& evidence,
                  const ReadinessMask& mask, const Whole& whole = {});

}  // namespace milepost
