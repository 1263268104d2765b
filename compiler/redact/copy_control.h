// Change requests and incidents as an audience may know them.
#pragma once

#include <vector>

#include "analyze/control.h"
#include "link/program.h"
#include "redact/copy_readiness.h"
#include "redact/redaction.h"
#include "redact/view_control.h"

namespace milepost {

/// Those of visible records, with what their visible fields say. What names a hidden record is left
/// out, and so is the value of a hidden field. Linear.
std::vector<ViewChange> copy_changes(const Program& program,
                                     const std::vector<ChangeControl>& changes,
                                     const Redaction& redaction, const ReadinessNumbers& numbers);
std::vector<ViewIncident> copy_incidents(const Program& program,
                                         const std::vector<Incident>& incidents,
                                         const Redaction& redaction,
                                         const ReadinessNumbers& numbers);

}  // namespace milepost
