// From a checked program to its View, and the theme it is shown with.
#include "driver/site_run.h"

#include <fmt/format.h>

#include "analyze/analyze.h"
#include "check/check.h"
#include "driver/output.h"
#include "driver/run_report.h"
#include "markup/base_url.h"
#include "redact/redact.h"
#include "version.h"

namespace milepost {
int check_base_url(const CommandLine& line) {
  if (line.base_url.empty() || BaseUrl::from_data(line.base_url)) return kDone;
  print_error(
      fmt::format("milepost: --base-url `{}` is no address of a site; write where its front page "
                  "is: https://example.org/checkout/\n",
                  line.base_url));
  return kUsage;
}

View view_of(ProgramRun& run, const std::string& base_url, const Report& report) {
  std::vector<Diagnostic> diagnostics;
  for (const ReportItem& item : report.items) {
    if (item.finding) continue;
    diagnostics.push_back({item.code, item.severity, item.span, item.message, {}, {}});
  }
  StageValues& values = run.values;
  RedactOptions options;
  options.jobs = run.jobs;
  options.version = kVersion;
  options.base_url = base_url;
  options.diagnostics = diagnostics;
  PlanMask visible = visible_plan(values.program, values.analysis.schedule, options.audience);
  if (!visible.records.empty()) {
    keep_visible(values.program, values.analysis, std::move(visible), run.jobs);
  }
  const ReadinessMask judged = visible_readiness(values.program, values.analysis, options.audience);
  if (!judged.records.empty()) {
    keep_visible(values.program, values.analysis, values.evidence, judged);
  }
  View view = redact_program(std::move(values.program), values.sources, values.analysis,
                             values.findings, all_codes(), options);
  for (ViewAsset& asset : view.assets) {
    if (values.refused_attachments.contains(asset.path)) asset.copied = false;
  }
  return view;
}

}  // namespace milepost
