// What --audience means.
#pragma once

#include <optional>
#include <vector>

#include "driver/command_line.h"
#include "link/program.h"
#include "redact/audience.h"

namespace milepost {

/// True for `--audience all`; no audience of program.yaml can be called that.
bool means_all(const CommandLine& line);

/// The audience that is named; the plain build if none is. Says on standard error that there is no
/// such audience, what may be meant and which there are: a wrong usage (kUsage).
std::optional<Audience> audience_of(const CommandLine& line, const Program& program);

/// Likewise, but `all` means every one of own_audiences(); else there is exactly one. The program
/// needs its settings alone, so that the question costs nothing before the stages run on.
std::optional<std::vector<Audience>> audiences_of(const CommandLine& line, const Program& program);

}  // namespace milepost
