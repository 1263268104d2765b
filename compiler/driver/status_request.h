// Which status report `milepost status` is asked about.
#pragma once

#include <optional>
#include <string>

#include "compose/outline.h"
#include "driver/program_run.h"

namespace milepost {

/// The id of the report that --report names; empty if it was not said. Nothing, with the reason on
/// standard error, if there is no such report.
std::optional<std::string> find_report(const CommandLine& line, const ProgramRun& run);

/// The report of that id as the View has it, or that of the period that runs now; kNoViewRecord if
/// there is none.
ViewRecordId report_in(const Outline& outline, const std::string& id);

/// The period of a report, or the one that runs now; null if that report may not be seen or has no
/// day.
const PeriodFacts* period_in(const Outline& outline, const std::string& id);

}  // namespace milepost
