// The day that a record gives in a role.
#pragma once

#include <optional>

#include "analyze/analysis.h"
#include "calendar/date.h"
#include "shape/kinds.h"

namespace milepost {

/// What an anchor that is hidden left in a field of the record itself; nothing for other roles.
std::optional<Date> day_of_role(const RecordFacts& facts, Role role);

}  // namespace milepost
