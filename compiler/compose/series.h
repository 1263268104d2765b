// Records that follow each other in time: status reports, meetings.
#pragma once

#include "compose/outline.h"

namespace milepost {

struct Neighbours {
  ViewRecordId before = kNoViewRecord, after = kNoViewRecord;
};

/// The report or meeting before and after one, by the day it was held, then by id. Nothing for
/// other kinds and for a record without a day. Linear in the records of the kind.
Neighbours neighbours_in_series(const Outline& outline, ViewRecordId id);

}  // namespace milepost
