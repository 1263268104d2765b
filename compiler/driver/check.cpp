// `milepost check`: everything there is to say about the program, and nothing written.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "driver/audience_option.h"
#include "driver/audience_report.h"
#include "driver/baseline.h"
#include "driver/commands.h"
#include "driver/merge_check.h"
#include "driver/output.h"
#include "driver/program_run.h"
#include "driver/record_sight.h"
#include "driver/release_gate.h"
#include "driver/run_report.h"
#include "driver/since.h"
#include "driver/theme_run.h"
#include "driver/version_run.h"

namespace milepost {
int run_check(const CommandLine& line, const Environment& environment) {
  ProgramRun run;
  if (const int status = open_program(line, environment, Stage::check, run); status != kDone)
    return status;
  std::optional<ThemeRun> theme;
  open_theme(line, run, theme);
  std::optional<std::vector<Audience>> named = audiences_of(line, run.values.program);
  if (!named) return kUsage;
  if (!line.merge.empty()) return check_merge(line, environment, run);
  if (!line.record.empty()) return print_record_sight(line, run, *named);
  // Without --audience nobody asks what the plain site would reveal.
  std::vector<Audience> audiences;
  if (!line.audience.empty()) {
    audiences = std::move(*named);
    report_leaks(run.values, audiences, run.jobs);
  }
  check_version_words(run, run);
  Report report = report_of(run);
  if (!audiences.empty()) keep_what_concerns(run.values, audiences, report);
  const Places places = places_of(run, *theme);
  const ReleaseGate gate = judge_release_gate(line, run.values, places);
  if (gate.status == kUsage) {
    print_error(gate.message);
    return kUsage;
  }
  if (!line.write_baseline.empty()) {
    const int status = deliver(line.write_baseline, print_baseline(report, places));
    if (status == kDone && line.write_baseline != "-") {
      print_error(fmt::format("milepost: wrote {}; name it as findings_baseline in program.yaml\n",
                              line.write_baseline));
    }
    return status;
  }
  size_t known = 0;
  if (const int status = leave_out_baseline(line, run, report, places, known); status != kDone)
    return status;
  size_t older = 0;
  if (!line.since.empty()) {
    const int status = leave_out_older(line, run, audiences, report, places, older);
    if (status != kDone) return status;
  }
  if (line.format == "text") {
    print_report(line, environment, report, places);
    std::string left_out;
    if (known > 0) left_out += fmt::format("; {} known ones of the baseline left out", known);
    if (older > 0)
      left_out += fmt::format("; {} that were there at `{}` left out", older, line.since);
    print_out(fmt::format("{}{}\n", report_totals(report), left_out));
  } else {
    print_data(print_as(line.format, report, places));
  }
  tell_short_history(run);
  print_error(gate.message);
  return std::max(status_of(report, line.strict, line.fail_on), gate.status);
}

}  // namespace milepost
