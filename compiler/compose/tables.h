// The table of a kind: which columns say most about its records, and in which order they stand.
#pragma once

#include <span>

#include "compose/outline.h"
#include "compose/words.h"
#include "redact/view.h"

namespace milepost {

/// Columns by the roles of the kind's fields and by what its records have; open records before
/// closed ones where that matters, the most pressing first. O(n log n).
KindTable kind_table(const View& view, const Words& words, ViewKindId kind,
                     std::span<const ViewRecordId> records);

}  // namespace milepost
