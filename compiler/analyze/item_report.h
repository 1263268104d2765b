// What the report of an item says.
#pragma once

#include "analyze/readiness.h"
#include "evidence/expectation.h"

namespace milepost {

/// Of an item whose evidence is a file: its report or why it cannot be read, its threshold (its
/// own, else one that stands in its text), and what was measured. Constant time.
void take_report(const EvidenceFiles& evidence, GateItem& item);

}  // namespace milepost
