// Opening a program and reporting on it.
#include "driver/program_run.h"

#include <fmt/format.h>

#include <utility>

#include "calendar/date_parse.h"
#include "driver/baseline.h"
#include "driver/clock.h"
#include "driver/lifelines_run.h"
#include "driver/limits.h"
#include "driver/output.h"
#include "driver/release_gate.h"
#include "driver/run_report.h"
#include "files/disk.h"

namespace milepost {
namespace {

constexpr uint64_t kBaselineBytes = 16u << 20;

int usage(const std::string& what) {
  print_error(fmt::format("milepost: {}\n", what));
  return kUsage;
}

}  // namespace

int open_program(const CommandLine& line, const Environment& environment, Stage last,
                 ProgramRun& run, bool ages) {
  StageOptions options;
  options.last = last;
  if (!line.as_of.empty()) {
    const DateParse as_of = parse_whole_date(line.as_of, {});
    if (!as_of.value || as_of.error || !as_of.value->is_day()) {
      return usage(fmt::format("--as-of `{}` is not a day; write it as 2026-06-30", line.as_of));
    }
    options.as_of = as_of.value->first;
  }
  for (const std::string& rule : line.fail_on) {
    if (!names_release(rule) && find_code(rule) == nullptr) {
      return usage(fmt::format(
          "--fail-on `{}` names no rule; `milepost explain` lists them (a release: `release:ID`)",
          rule));
    }
  }
  for (const std::string& limit : line.limits) {
    Limits tried;
    const std::string problem = set_limit(tried, limit);
    if (!problem.empty()) return usage(problem);
  }
  options.limits = line.limits;
  run.located = locate_program(line.program, environment);
  if (!run.located.problem.empty()) return usage(run.located.problem);
  auto disk = std::make_shared<DiskTree>(run.located.root);
  if (disk->error() != TreeError::none) {
    print_error(fmt::format("milepost: cannot read `{}`: {}\n", run.located.root, disk->detail()));
    return kEnvironment;
  }
  run.tree = std::move(disk);
  options.jobs = line.jobs == 0 ? environment.cores : line.jobs;
  run.jobs = options.jobs;
  options.display_prefix = run.located.display_prefix;
  options.only_file = run.located.only_file;
  options.now = clock_now();
  run.lifelines = std::make_shared<LifelineSource>(run.located.absolute, run.jobs);
  if (ages && run.located.only_file.empty()) options.lifelines = run.lifelines.get();
  run.options = std::move(options);
  run_stages(*run.tree, run.options, run.values);
  return kDone;
}

Report report_of(ProgramRun& run) {
  StageValues& values = run.values;
  return make_report(values.sink.take_sorted(), values.findings, values.program, values.sources);
}

int leave_out_baseline(const CommandLine& line, const ProgramRun& run, Report& report,
                       const Places& places, size_t& known) {
  const std::string& own = run.values.program.set.settings.findings_baseline;
  FileBytes file;
  if (!line.baseline.empty()) {
    const size_t slash = line.baseline.rfind('/');
    const DiskTree folder(slash == std::string::npos ? "."
                          : slash == 0               ? "/"
                                                     : line.baseline.substr(0, slash));
    file = folder.read(slash == std::string::npos ? line.baseline : line.baseline.substr(slash + 1),
                       kBaselineBytes);
    if (file.error != TreeError::none) {
      print_error(fmt::format("milepost: cannot read the baseline `{}`\n", line.baseline));
      return kEnvironment;
    }
  } else if (!own.empty()) {
    file = run.tree->read(own, kBaselineBytes);
    if (file.error != TreeError::none) {
      print_error(fmt::format(
          "milepost: cannot read `{}{}`, which program.yaml names as findings_baseline\n",
          run.located.display_prefix, own));
      return kEnvironment;
    }
  }
  known = apply_baseline(report, read_baseline(file.bytes), places);
  return kDone;
}

void print_report(const CommandLine& line, const Environment& environment, const Report& report,
                  const Places& places) {
  const bool color =
      line.color == "always" ||
      (line.color == "auto" && environment.error_is_terminal && !environment.no_color);
  print_error(print_text(report, places, {color, line.all, 10}));
}

}  // namespace milepost
