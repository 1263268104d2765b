// The schedule as an audience may know it.
#pragma once

#include "analyze/schedule.h"
#include "link/program.h"
#include "redact/audience.h"
#include "redact/redaction.h"
#include "redact/view_schedule.h"

namespace milepost {

/// False if a hidden record or link has a part in the schedule: nothing of it may be told then.
/// What may threaten visible work counts, too. Linear.
bool knows_only_visible(const Program& program, const Schedule& schedule,
                        const Redaction& redaction);

/// False if anything hidden has a part in a schedule that was made of everything, in what it says
/// of health, or in why something is late: a record, a link at whichever end it is written, a
/// field. May say so although it makes no difference. Linear.
bool rests_on_visible(const Program& program, const Schedule& schedule, const Redaction& redaction);

/// `schedule` is that of the visible work: what is hidden has no item, node or edge in it. So all
/// of it is copied, under the new numbers of `records`, but what `shows` leaves out: health that is
/// computed and its reasons, that of the program (a verdict), chances and ranges. Linear.
ViewSchedule copy_schedule(const Program& program, const Schedule& schedule,
                           const Numbering& records, const Shows& shows);

}  // namespace milepost
