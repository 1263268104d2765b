// When milestones and releases come, before and after, and why the target moved.
#pragma once

#include <vector>

#include "compare/changes.h"
#include "compare/meaning.h"

namespace milepost {

/// Of a record of the later View, or of one that is only in the earlier.
ChangeSubject subject_of(const Meanings& meanings, ViewRecordId before, ViewRecordId after);

std::vector<DateShift> date_shifts(const Meanings& meanings);

/// Along the driving path of the View in which the target comes later each item answers for what it
/// moved beyond what it was handed, so that the parts add up exactly. Empty if the target is
/// another, or nothing moved.
std::vector<ShiftPart> shift_parts(const Meanings& meanings);

}  // namespace milepost
