// `--fail-on release:ID`: whether the releases it names are GO, as a required check asks it.
#pragma once

#include <string>
#include <string_view>

#include "diagnostics/report.h"
#include "driver/command_line.h"
#include "driver/stages.h"

namespace milepost {

/// Whether a word of --fail-on names a release, not a rule.
bool names_release(std::string_view word);

struct ReleaseGate {
  int status = 0;       // kDone; 1: one of them is not GO; kUsage: there is no such release
  std::string message;  // for standard error: every reason with its place and who can clear it
};

/// After the stages, before the program is given away for its View. A release that went out has
/// passed; one that was dropped or has nothing to judge has not.
ReleaseGate judge_release_gate(const CommandLine& line, const StageValues& values,
                               const Places& places);

}  // namespace milepost
