// `milepost status`: the program on one screen of a terminal.
#include <optional>

#include "compose/compose.h"
#include "driver/audience_option.h"
#include "driver/commands.h"
#include "driver/output.h"
#include "driver/program_run.h"
#include "driver/run_report.h"
#include "driver/site_run.h"
#include "driver/theme_run.h"
#include "render/status_text.h"

namespace milepost {

int run_status(const CommandLine& line, const Environment& environment) {
  ProgramRun run;
  if (const int status = open_program(line, environment, Stage::check, run); status != kDone)
    return status;
  const std::optional<Audience> audience = audience_of(line, run.values.program);
  if (!audience) return kUsage;
  const Report report = report_of(run);
  // It speaks the language of the site.
  Words words;
  std::optional<ThemeRun> theme;
  if (open_theme(line, run, theme).empty()) words = theme->theme.words();
  View view = view_of(run, report, {*audience, line.base_url, true, hidden_words_of(words)});
  const Outline outline = compose_site(std::move(view), std::move(words));
  StatusOptions options;
  options.color = line.color == "always" ||
                  (line.color == "auto" && environment.output_is_terminal && !environment.no_color);
  options.width = line.width > 0 ? line.width : environment.output_width;
  print_out(status_text(outline, options));
  const int status = status_of(report, false, {});
  if (status != kDone)
    print_error("milepost: the program has errors; `milepost check` tells them\n");
  return status;
}

}  // namespace milepost
