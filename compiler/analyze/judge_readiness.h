// The verdict of every release, and of milestones and dependencies with acceptance items.
#pragma once

#include <vector>

#include "analyze/analysis.h"
#include "analyze/readiness.h"
#include "analyze/whole.h"
#include "evidence/report.h"
#include "link/program.h"

namespace milepost {

/// In record order: all releases, and milestones and dependencies that have items. Total; a record
/// that `mask` hides has no part in it, neither as a reason nor as evidence. Linear in items, links
/// and what each release rests on.
std::vector<Readiness> judge_readiness(const Program& program, const Analysis& analysis,
                                       const EvidenceFiles& evidence, const ReadinessMask& mask,
                                       const Whole& whole = {});

}  // namespace milepost
