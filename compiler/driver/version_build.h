// A site of several versions: a folder for each, and what stands above them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "driver/command_line.h"
#include "driver/program_run.h"
#include "driver/site_build.h"
#include "driver/version_source.h"
#include "publish/publish.h"
#include "redact/audience.h"
#include "render/theme.h"

namespace milepost {

/// Whether the build is to have versions: `versions:` of program.yaml, or --versions.
bool wants_versions(const CommandLine& line, const Settings& settings);
/// What `versions:` says, or --versions instead of it; `none` is nothing.
VersionSettings versions_of(const CommandLine& line, const Settings& settings);

/// The versions of one audience's site, as they are built.
struct VersionedSite {
  Audience audience;  // as program.yaml has it now
  Publisher* publisher = nullptr;
  BuiltSite built;   // the end of it: all versions
  std::string told;  // a line for standard error about each version that has errors or was left out
};

struct VersionTools {
  const CommandLine& line;
  LayoutMemory& layouts;
  bool progress = false;
};

/// Builds every version, the earliest first, and then the working folder, which `now` has run up to
/// check, each for every site, and puts the sites in place. For those who are not insiders a
/// version of the cadence is none if its site, as of the same day, is that of the version before.
/// What is wrong in old versions is said in one line each and counts for nothing. An old version is
/// cut by what the audience was and is not to know: a record, page or field that is hidden from it
/// now is hidden in all. `now` is left without its program.
void build_versions(const std::vector<VersionSource>& all, ProgramRun& now, const Report& report,
                    const Theme& theme, const VersionTools& tools,
                    std::vector<VersionedSite>& sites);

}  // namespace milepost
