// The version that `milepost status` tells what changed since.
#pragma once

#include <optional>

#include "compare/change_words.h"
#include "driver/command_line.h"
#include "driver/program_run.h"
#include "redact/audience.h"
#include "redact/view.h"
#include "render/theme.h"

namespace milepost {

/// That of --since, else the newest version of `versions:` (or --versions) that is not of a later
/// day than `now`, as the audience may know it, localized. Of those that an audience has by the
/// week the newest in which a record changed for it. Nothing: no versions are asked for, or there
/// is none before. `now` has run up to check and still has its program. Why something that was
/// asked for cannot be had is said on standard error; the exit status is kDone unless it was
/// --since.
int version_before(const CommandLine& line, ProgramRun& now, const Report& report,
                   const Theme& theme, const Audience& audience, const ChangeWords& words,
                   std::optional<View>& before);

}  // namespace milepost
