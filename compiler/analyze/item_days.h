// The days that dates inside objects and check items mean.
#pragma once

#include "analyze/analysis.h"
#include "analyze/dates.h"
#include "link/program.h"

namespace milepost {

/// Fills Analysis::days for all records whose kind has acceptance items, gates or sign-offs.
void read_item_days(const Program& program, DateResolver& dates, Analysis& analysis);

}  // namespace milepost
