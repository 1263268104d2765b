// Takes out of a schedule what stands in fields that an audience does not see.
#pragma once

#include "analyze/analysis.h"
#include "link/program.h"
#include "redact/redaction.h"
#include "redact/view_schedule.h"

namespace milepost {

/// By kind: some field that says when something of it is to be done is hidden.
std::vector<bool> kinds_without_dates(const Program& program, const Redaction& redaction);

/// An item whose kind has a hidden date, estimate or percentage: what was promised, how long it
/// takes or how far it is may not be told, and neither may the dates that are made of it. Where the
/// baseline is hidden the slip is counted from what was promised, as if there were none. What waits
/// for it keeps its dates. Linear.
void forget_hidden_dates(const Program& program, const Analysis& analysis,
                         const Redaction& redaction, const Numbering& records,
                         ViewSchedule& schedule);

}  // namespace milepost
