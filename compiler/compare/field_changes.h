// What of a record is not what it was, field by field.
#pragma once

#include <vector>

#include "compare/change_words.h"
#include "compare/meaning.h"
#include "compare/record_change.h"

namespace milepost {

/// In the order of the record's page: its name, state and people, its fields as its kind has them,
/// its boxes, links and text. Linear in the record but for the sorting of what differs.
std::vector<FieldChange> field_changes(const Meanings& meanings, const ChangeWords& words,
                                       ViewRecordId before, ViewRecordId after);

}  // namespace milepost
