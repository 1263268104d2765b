// What is uncertain in a program: ranges of estimates, risks that threaten work, confidence.
#pragma once

#include "analyze/analysis.h"
#include "analyze/trials.h"
#include "link/program.h"

namespace milepost {

/// Of unfinished items of the plan, in record order. A range of an estimate is that of the work
/// which is left. A risk counts while it is open, has a likelihood and says how many days it would
/// cost (`threatens: [{to: T-31, delay: 5d..15d}]`); one that threatens a summary delays those of
/// its parts that no other part waits for. A dependency counts with `confidence:` and
/// `likely_delay:`. Draws depend on the program's seed and the record's id alone. Linear.
Doubts find_doubts(const Program& program, const Analysis& analysis, const Schedule& schedule);

}  // namespace milepost
