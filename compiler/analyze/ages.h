// What the history tells of each record of a program.
#pragma once

#include <optional>
#include <vector>

#include "analyze/analysis.h"
#include "analyze/lifelines.h"
#include "link/program.h"

namespace milepost {

/// By RecordIndex. Of what is not committed yet: a record that is new was first seen today, and one
/// that says something else than the last commit has changed today. No day is after `as_of`. Linear
/// in the program.
std::vector<RecordAge> ages_of(const Program& program, const Lifelines& lifelines, Date as_of);

/// The newest of what tells that somebody looked at the record: a review, by it or by a meeting,
/// and if there is a history the last change of what it means.
std::optional<Date> looked_at(const Analysis& analysis, RecordIndex record);
/// `said`, else the day on which the history first has the record, if there is one.
std::optional<Date> known_since(const Analysis& analysis, RecordIndex record,
                                std::optional<Date> said);

}  // namespace milepost
