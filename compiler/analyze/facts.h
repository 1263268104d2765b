// The facts of one record, field by field.
#pragma once

#include "analyze/analysis.h"
#include "analyze/dates.h"
#include "link/program.h"

namespace milepost {

/// Fills all that the record's own fields say (owner, team and time are there already).
void read_facts(const Program& program, RecordIndex record, DateResolver& dates,
                RecordFacts& facts);

/// Starts the response clock of a blocker: needs raised and priority.
void start_clock(const Program& program, RecordIndex record, Date as_of, const WorkingTime& time,
                 const Zone& zone, RecordFacts& facts);

}  // namespace milepost
