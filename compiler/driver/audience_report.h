// What a report says to the author of a site for an audience.
#pragma once

#include <span>
#include <vector>

#include "diagnostics/report.h"
#include "driver/command_line.h"
#include "driver/stages.h"
#include "redact/audience.h"

namespace milepost {

/// Puts what a site for these audiences would reveal (MP401, MP402) into the sink of the run. By
/// audience: true if its site must not be written; `rules:` of the program may allow it.
std::vector<bool> report_leaks(StageValues& values, std::span<const Audience> audiences);

/// Whether an audience may be given anything of this run: false, and said why, if visible words
/// name what is hidden from it (MP402), as a site of it would not be written. A plain run may.
bool may_be_told(StageValues& values, const CommandLine& line, const Audience& audience);

/// Leaves out of the report what is about nothing that one of the audiences sees.
void keep_what_concerns(const StageValues& values, std::span<const Audience> audiences,
                        Report& report);

}  // namespace milepost
