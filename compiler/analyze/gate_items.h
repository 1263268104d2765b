// The gates of a record and their items, from its check boxes, its `acceptance:` and the gate
// templates it names.
#pragma once

#include "analyze/analysis.h"
#include "analyze/readiness.h"
#include "evidence/report.h"
#include "link/program.h"

namespace milepost {

/// Fills `gates` and `items` of `readiness` for its record, but for what the verdict fills: items
/// that `mask` hides are not there. Needs facts and schedule of `analysis`. Linear in the items.
void read_gates(const Program& program, const Analysis& analysis, const EvidenceFiles& evidence,
                const ReadinessMask& mask, Readiness& readiness);

}  // namespace milepost
