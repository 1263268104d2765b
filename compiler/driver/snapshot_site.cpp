// Builds a site as `milepost build` does, into memory.
#include "driver/snapshot_site.h"

#include <utility>

#include "calendar/date_parse.h"
#include "driver/audience_option.h"
#include "driver/audience_report.h"
#include "driver/clock.h"
#include "driver/run_report.h"
#include "driver/site_build.h"
#include "driver/site_run.h"
#include "driver/theme_run.h"

namespace milepost {

int run_snapshot(const CommandLine& line, const Environment& environment,
                 std::shared_ptr<const SourceTree> tree, const Publisher::Keep& keep,
                 SnapshotRun& out) {
  ProgramRun& run = out.run;
  run.tree = std::move(tree);
  run.jobs = line.jobs == 0 ? environment.cores : line.jobs;
  run.options.jobs = run.jobs;
  run.options.limits = line.limits;
  run.options.now = clock_now();
  if (!line.as_of.empty()) run.options.as_of = parse_whole_date(line.as_of, {}).value->first;
  run_stages(*run.tree, run.options, run.values);

  std::optional<ThemeRun> theme;
  open_theme(line, run, theme);
  const std::optional<Audience> audience = audience_of(line, run.values.program);
  if (!audience) return kUsage;
  if (!line.audience.empty() && !may_be_told(run.values, line, *audience)) return kProblems;
  out.report = report_of(run);
  size_t known = 0;
  if (const int status = leave_out_baseline(line, run, out.report, places_of(run, *theme), known);
      status != kDone) {
    return status;
  }
  out.totals = report_totals(out.report);
  out.id = run.values.program.set.settings.id;
  out.title = run.values.program.set.settings.title;
  if (!keep) return kDone;
  const Limits limits = run.values.program.set.settings.limits;
  LayoutMemory layouts;
  const SiteTools tools{theme->theme, *run.tree, limits, layouts, run.jobs, false};
  const ViewOptions wanted{*audience,
                           line.base_url,
                           true,
                           hidden_words_of(theme->theme.words()),
                           theme->theme.layout() != SiteLayout::document,
                           {line.label, {}, run.values.as_of, {}}};
  const std::unique_ptr<Publisher> publisher = Publisher::to(keep);
  out.warnings =
      build_site(view_of(run, out.report, wanted), *publisher, tools, [](const char*) {}).warnings;
  return kDone;
}

}  // namespace milepost
