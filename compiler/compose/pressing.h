// Which open records of a log press most.
#pragma once

#include <optional>
#include <vector>

#include "compose/outline.h"

namespace milepost {

/// The open records of a kind in the order in which they want something of somebody: assumptions,
/// actions and whatever has no order of its own by date; risks by score and issues by severity;
/// undecided decisions and escalations by the day an answer is needed; blockers by priority. Of
/// dependencies only those that are late, promised too late or not promised. O(n log n).
std::vector<ViewRecordId> pressing_of(const Outline& outline, ViewKindId kind);

/// The day that presses: needed, due, or when an answer is needed.
std::optional<Date> pressing_day(const ViewFacts& facts);

/// Whether a dependency is promised for a day after the one it is needed by.
bool is_promised_late(const ViewFacts& facts);

}  // namespace milepost
