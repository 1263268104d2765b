// What changed of late, as far as dates in the records tell.
#pragma once

#include <optional>
#include <vector>

#include "compare/changes.h"
#include "compose/overview_data.h"
#include "redact/view.h"

namespace milepost {

/// Every event that a date in a record proves, in the order of the records: raised or come true,
/// decided, ended, moved. A date that is struck out (`~~29 May~~ 9 Jun`) has no day (`on` is
/// empty); it is told as long as its record is open. Linear in records, fields and links.
std::vector<ChangeEntry> all_changes(const View& view);

/// What was finished, decided, raised or moved in the seven days before the as-of date and on it.
/// A date that is struck out (`~~29 May~~ 9 Jun`) counts without a day, as long as its record is
/// open. One pass over the records and their fields.
RecentChanges recent_changes(const View& view);

/// What changed since the version before: verbs of the records of `changes`, which were made with
/// `view` as the later one; what only changed otherwise, or is gone, is not among them. Linear.
RecentChanges recent_changes(const Changes& changes, const View& view);

/// How the due or promised date of a record moved, oldest first: by its baselines, else by what is
/// struck out before it.
std::vector<DateMove> date_moves(const View& view, ViewRecordId id);

}  // namespace milepost
