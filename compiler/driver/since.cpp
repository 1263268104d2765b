// Runs the program as it was, and leaves out what it said then.
#include "driver/since.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "driver/audience_report.h"
#include "driver/known_items.h"
#include "driver/output.h"
#include "driver/run_report.h"
#include "driver/theme_run.h"
#include "driver/version_run.h"

namespace milepost {
namespace {

int refuse(const GitRepository::Opened& git, const std::string& problem) {
  print_error(fmt::format("milepost: --since: {}\n", problem));
  const bool lacks = !git.repository || git.repository->shallow();
  return lacks ? kEnvironment : kUsage;
}

}  // namespace

int leave_out_older(const CommandLine& line, const ProgramRun& run,
                    std::span<const Audience> audiences, Report& report, const Places& places,
                    size_t& known) {
  const GitRepository::Opened git = open_repository(run.located);
  const Settings& settings = run.values.program.set.settings;
  OpenedVersion opened = open_version(line.since, settings, run.located, git, run.values.as_of);
  if (opened.commit && git.repository) {
    // What the other branch did meanwhile is none of this one's doing.
    const auto head = git.repository->commit("HEAD");
    const auto base =
        head ? git.repository->merge_base(head->id, *opened.commit) : std::optional<std::string>();
    if (!base && git.repository->shallow()) {
      return refuse(git, fmt::format("this clone is shallow, and lacks the commit where HEAD and "
                                     "`{}` part; {}",
                                     line.since, kUnshallow));
    }
    if (base) opened = open_version(*base, settings, run.located, git, run.values.as_of);
  }
  known = 0;
  if (!opened.version) {
    // Neither a program that was not there yet nor a repository without a commit said anything.
    const bool unborn = git.repository && line.since == "HEAD" && !git.repository->commit("HEAD");
    if (!opened.commit && !unborn) return refuse(git, opened.problem);
    print_error(fmt::format("milepost: --since: {}; all of it counts as new\n", opened.problem));
    return kDone;
  }
  opened.version->date = run.values.as_of;
  ProgramRun before;
  if (!run_version(*opened.version, run, Stage::check, before)) {
    print_error(fmt::format("milepost: --since: {}\n", lacks_files(*git.repository, line.since)));
    return kEnvironment;
  }
  std::optional<ThemeRun> theme;
  open_theme(line, before, theme);
  if (!audiences.empty()) report_leaks(before.values, audiences, before.jobs);
  check_version_words(run, before);
  const Report older = report_of(before);
  KnownItems items;
  items.add(older, theme ? places_of(before, *theme) : places_of(before.values.sources),
            renamed_files(before.values, run.values));
  known = items.leave_out(report, places);
  return kDone;
}

}  // namespace milepost
