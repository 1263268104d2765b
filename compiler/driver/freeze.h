// `milepost status --freeze`: keeps the facts of a period in its status report.
#pragma once

#include "compose/words.h"
#include "driver/commands.h"
#include "driver/program_run.h"

namespace milepost {

/// Writes `as_sent` into the report of the period that runs now, or of --report; with --dry-run the
/// difference to standard output. Everybody who may read the report may know what is written: the
/// View is made for its label. Refuses a report that is sent, one whose period is over, and a file
/// that changed meanwhile. The exit status.
int freeze_report(const CommandLine& line, const Environment& environment, ProgramRun& run,
                  const Report& report, const Words& words);

}  // namespace milepost
