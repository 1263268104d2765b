// What a report says to the author of a site for an audience.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/report.h"
#include "driver/command_line.h"
#include "driver/stages.h"
#include "redact/audience.h"

namespace milepost {

/// Puts what a site for these audiences would reveal (MP401, MP402) into the sink of the run. By
/// audience: true if its site must not be written; `rules:` of the program may allow it.
std::vector<bool> report_leaks(StageValues& values, std::span<const Audience> audiences,
                               unsigned jobs);

/// By audience: true if it does not see all labels and something that says a label could not be
/// read (the mark of a region, MP410 to MP415; a `visibility` that is given twice, MP102): what it
/// hides is not known, so nothing may be written. A plain build may be, if the mark names `public`
/// or `internal`.
std::vector<bool> labels_unread(StageValues& values, std::span<const Audience> audiences);

/// Says it, with the place that `check` names.
void print_unread_labels(const Audience& audience, std::string_view what);

/// The first place that keeps a site for `audience` from being written, by either of these:
/// "a.md:8:2: MP402: …"; empty if none is told of. `report` is that of the run, after both.
std::string why_untold(const StageValues& values, const Report& report, const Places& places,
                       const Audience& audience);

/// Whether an audience may be given anything of this run: false, and said why, if visible words
/// name what is hidden from it (MP402) or a label could not be read, as a site of it would not be
/// written. Of hidden words a plain run knows nothing.
bool may_be_told(StageValues& values, const CommandLine& line, const Audience& audience);

/// Leaves out of the report what is about nothing that one of the audiences sees.
void keep_what_concerns(const StageValues& values, std::span<const Audience> audiences,
                        Report& report);

}  // namespace milepost
