// `milepost status`: the program on one screen of a terminal, or the update of a period.
#include <fmt/format.h>

#include <memory>
#include <optional>
#include <utility>

#include "compare/past.h"
#include "compose/change_words.h"
#include "compose/compose.h"
#include "compose/localize.h"
#include "compose/period.h"
#include "driver/audience_option.h"
#include "driver/audience_report.h"
#include "driver/commands.h"
#include "driver/freeze.h"
#include "driver/output.h"
#include "driver/program_run.h"
#include "driver/run_report.h"
#include "driver/site_run.h"
#include "driver/status_request.h"
#include "driver/status_since.h"
#include "driver/theme_run.h"
#include "render/status_text.h"
#include "render/update_text.h"

namespace milepost {
namespace {

bool is_screen(const CommandLine& line) {
  return line.audience.empty() && line.report.empty() && line.format == "text";
}

std::string written(const Outline& outline, const Update& update, const std::string& format) {
  if (format == "markdown") return update_as_markdown(outline, update);
  if (format == "slack") return update_as_slack(outline, update);
  if (format == "html-email") return update_as_mail(outline, update);
  return update_as_text(outline, update);
}

int wrong_use(std::string_view problem) {
  print_error(fmt::format("milepost: {}\n", problem));
  return kUsage;
}

int check_options(const CommandLine& line) {
  if (line.dry_run && !line.freeze) return wrong_use("--dry-run belongs to --freeze");
  if (line.freeze && !line.audience.empty()) {
    return wrong_use(
        "--freeze keeps what all readers of the report may know; it takes no --audience");
  }
  if (line.freeze && !line.since.empty()) {
    return wrong_use("--freeze keeps the facts of the period; it takes no --since");
  }
  if (line.freeze && line.format != "text") {
    return wrong_use("--freeze writes into the report; it takes no --format");
  }
  return check_base_url(line);
}

}  // namespace

int run_status(const CommandLine& line, const Environment& environment) {
  if (const int status = check_options(line); status != kDone) return status;
  ProgramRun run;
  if (const int status = open_program(line, environment, Stage::check, run); status != kDone)
    return status;
  const std::optional<Audience> audience = audience_of(line, run.values.program);
  if (!audience) return kUsage;
  if (!may_be_told(run.values, line, *audience)) return kProblems;
  const Report report = report_of(run);
  // It speaks the language of the site.
  Words words;
  std::optional<ThemeRun> opened;
  if (open_theme(line, run, opened).empty()) words = opened->theme.words();
  if (line.freeze) return freeze_report(line, environment, run, report, words);
  const std::optional<std::string> asked = find_report(line, run);
  if (!asked) return kUsage;
  std::optional<View> before;
  if (opened) {
    const int found =
        version_before(line, run, report, opened->theme, *audience, change_words(words), before);
    if (found != kDone) return found;
  }
  View view = view_of(run, report, {*audience, line.base_url, true, hidden_words_of(words)});
  std::unique_ptr<Past> past;
  if (before) {
    localize(view, words);
    past = std::make_unique<Past>();
    past->changes = compare_views(*before, view, change_words(words));
  }
  const Outline outline = compose_site(std::move(view), std::move(words), SiteLayout::pages,
                                       std::unique_ptr<const Past>(std::move(past)));
  if (is_screen(line)) {
    StatusOptions options;
    options.color =
        line.color == "always" ||
        (line.color == "auto" && environment.output_is_terminal && !environment.no_color);
    options.width = line.width > 0 ? line.width : environment.output_width;
    print_out(status_text(outline, options));
  } else {
    const PeriodFacts* period = period_in(outline, *asked);
    if (period == nullptr) {
      return wrong_use(
          fmt::format("`{}` has no date, or may not be seen by whom the update is for", *asked));
    }
    const Update update = update_of(outline, *period, report_in(outline, *asked));
    print_data(written(outline, update, line.format));
  }
  const int status = status_of(report, false, {});
  if (status != kDone)
    print_error("milepost: the program has errors; `milepost check` tells them\n");
  return status;
}

}  // namespace milepost
