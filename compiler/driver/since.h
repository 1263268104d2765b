// `check --since`: only what is new.
#pragma once

#include <cstddef>
#include <span>

#include "diagnostics/report.h"
#include "driver/program_run.h"
#include "redact/audience.h"

namespace milepost {

/// Takes out of the report what the program said already at `line.since`: a revision (then at the
/// commit where the history of HEAD parted from it), a day, a snapshot or a folder. Both are judged
/// as of the same day, so that nothing is new because time went by. `known` counts what it took
/// out. Says on standard error why it cannot and gives the exit status; kEnvironment if there is no
/// git or not enough of its history.
int leave_out_older(const CommandLine& line, const ProgramRun& run,
                    std::span<const Audience> audiences, Report& report, const Places& places,
                    size_t& known);

}  // namespace milepost
