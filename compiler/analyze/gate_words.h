// What gates, items and conditions are called, and whether a condition holds.
#pragma once

#include <string>
#include <string_view>

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

/// Whether `touches_pii`, `not touches_pii`, `touches_pii or touches_money` is true of the record:
/// a yes under a key of that name, or a word of its `traits:`. An empty condition holds.
bool condition_holds(const Program& program, RecordIndex record, std::string_view condition);

/// The day that a template's `due:` means for a record: `target - 7d` counts from `target`, `start
/// - 2d` from its launch, anything else from the record it names. Nothing if it cannot be told.
std::optional<Date> template_day(const Program& program, const Analysis& analysis,
                                 RecordIndex record, std::optional<Date> target,
                                 std::string_view due);

}  // namespace milepost
