// The row of stages at and right of the audience wall, for the commands that make pages or the
// model.
#pragma once

#include <string>

#include "compose/outline.h"
#include "driver/program_run.h"
#include "redact/view.h"

namespace milepost {

/// Refuses a --base-url that is none: says so and gives the exit status.
int check_base_url(const CommandLine& line);

/// What the plain build may show, of what is reported, too. Takes the program out of the run; its
/// sources must stay.
View view_of(ProgramRun& run, const std::string& base_url, const Report& report);

}  // namespace milepost
