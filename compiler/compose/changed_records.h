// The records of a report of changes, grouped by what happened to them.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include "compose/change_report.h"

namespace milepost {

/// `text` with its `{0}` … replaced; the words between are plain.
ChangeLine change_line(std::string_view text, std::initializer_list<ChangeLine> inserts);

/// Fields that are told: not those of which only the wording changed.
size_t told_fields(const RecordChange& change);

/// Fills the groups, that of pages last, and what was reworded.
void add_changed_records(const Changes& changes, const View& after, const Words& words,
                         ChangeReport& report);

}  // namespace milepost
