// `check --merge`: what a merge would break that neither side has alone.
#pragma once

#include "driver/program_run.h"

namespace milepost {

/// Merges the working folder with `line.merge` in memory, runs the stages over the result and
/// prints what is wrong with it alone: conflicts, ids that are then used twice, circles, links that
/// lead nowhere, milestones that are later than on either side, and whatever else is new. The exit
/// status; kEnvironment if there is no git or not enough of its history.
int check_merge(const CommandLine& line, const Environment& environment, ProgramRun& run);

}  // namespace milepost
