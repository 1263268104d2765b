// The row of stages at and right of the audience wall, for the commands that make pages or the
// model.
#pragma once

#include <string>
#include <vector>

#include "compose/outline.h"
#include "driver/program_run.h"
#include "redact/view.h"
#include "render/theme.h"

namespace milepost {

/// Refuses a --base-url that is none: says so and gives the exit status.
int check_base_url(const CommandLine& line);

/// What the plain build may show, of what is reported, too. Takes the program out of the run; its
/// sources must stay.
View view_of(ProgramRun& run, const std::string& base_url, const Report& report);

/// The files of a theme folder: the program's own `theme/`, or the one of --theme. Their places in
/// messages are beyond those of the sources, so `texts` must be appended to the sources' when
/// places are made.
struct ThemeSources {
  std::vector<SourceText> texts;
  std::vector<ThemeFile> files;
  bool trusted = false;
  std::string problem;  // --theme names a folder that cannot be read
};
ThemeSources read_theme(const CommandLine& line, const ProgramRun& run);

}  // namespace milepost
