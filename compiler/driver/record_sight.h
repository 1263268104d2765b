// `check --audience A --record ID`: what an audience sees of one record.
#pragma once

#include <span>

#include "driver/command_line.h"
#include "driver/program_run.h"
#include "redact/audience.h"

namespace milepost {

/// Prints it for each audience, as text or JSON; the exit status. An id that nothing has is a wrong
/// usage.
int print_record_sight(const CommandLine& line, const ProgramRun& run,
                       std::span<const Audience> audiences);

}  // namespace milepost
