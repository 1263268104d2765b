// What the records themselves say of the target: its state, and why.
#pragma once

#include <optional>

#include "compose/overview_data.h"
#include "redact/view.h"

namespace milepost {

/// Follows what the target rests on (depends_on, part_of, delivers, blocks) as far as it is open,
/// and collects what is late, promised too late, blocked or reported bad there. The facts are the
/// health that the schedule computes for the program; without one they are what dates alone tell:
/// a cause says that something is late, not what that does to the target. Linear in records and
/// links. Without a target only the reported health is set.
Verdict make_verdict(const View& view);

/// When the target is forecast: null if it is met, dropped, not in the plan, or nothing says when.
const ViewScheduleItem* forecast_item(const View& view, ViewRecordId target);

/// The day a record ends: when it was finished, else when the schedule has it end, else its due
/// date.
std::optional<Date> expected_on(const View& view, ViewRecordId id);

/// The day an open record is owed: due, else promised, else needed.
std::optional<Date> owed_on(const ViewRecord& record);
/// The day an open decision, escalation or change needs its answer.
std::optional<Date> answer_by(const ViewFacts& facts);

}  // namespace milepost
