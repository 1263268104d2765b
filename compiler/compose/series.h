// Records that follow each other in time: status reports, meetings.
#pragma once

#include <vector>

#include "compose/outline.h"

namespace milepost {

/// The status reports and meetings that have a day, by kind, then day, then id: Outline::series.
std::vector<ViewRecordId> make_series(const View& view);

struct Neighbours {
  ViewRecordId before = kNoViewRecord, after = kNoViewRecord;
};

/// The report or meeting before and after one, by the day it was held, then by id. Nothing for
/// other kinds and for a record without a day. Logarithmic in the records of the series.
Neighbours neighbours_in_series(const Outline& outline, ViewRecordId id);

}  // namespace milepost
