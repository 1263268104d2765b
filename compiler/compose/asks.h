// What somebody has to decide.
#pragma once

#include "redact/view.h"

namespace milepost {

/// Whether the record is decided rather than done, so that its dates are those of the answer:
/// decisions, escalations, and changes that are not approved yet.
bool is_question(const View& view, const ViewRecord& record);

/// Of a question that is open, whether somebody is asked already: not while it is being written or
/// put off.
bool is_asked(const View& view, const ViewRecord& record);

}  // namespace milepost
