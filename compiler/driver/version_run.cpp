// Runs the stages over versions.
#include "driver/version_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "driver/audience_report.h"
#include "driver/codes_versions.h"
#include "driver/lifelines_run.h"
#include "driver/output.h"
#include "redact/now_labels.h"

namespace milepost {

bool run_version(const VersionSource& version, const ProgramRun& now, Stage last, ProgramRun& run,
                 std::shared_ptr<const NowLabels> labels) {
  const size_t lacked = version.repository ? version.repository->lacked() : 0;
  run.located = now.located;
  run.located.display_prefix = (version.title.empty() ? version.label : version.title) +
                               (version.kind == VersionKind::folder ? "/" : ":");
  run.tree = version.tree;
  run.jobs = now.jobs;
  run.options = now.options;
  run.options.last = last;
  run.options.as_of = version.date;
  run.options.display_prefix = run.located.display_prefix;
  run.options.bodies.clear();
  // What is of no commit has no history of its own.
  run.lifelines = now.lifelines;
  run.options.revision = version.revision;
  if (version.revision.empty()) run.options.lifelines = nullptr;
  run_stages(*run.tree, run.options, run.values);
  if (labels && last >= Stage::link) {
    labels->apply(run.values.program, run.values.sources);
    run.now = std::move(labels);
  }
  return !version.repository || version.repository->lacked() == lacked;
}

std::shared_ptr<const NowLabels> labels_of_now(ProgramRun& now) {
  // A plain build, and somebody who sees nothing.
  std::array<Audience, 2> outsiders;
  outsiders[1].name = "anybody";
  outsiders[1].sees.clear();
  outsiders[1].insider = false;
  const std::vector<bool> unread = labels_unread(now.values, outsiders);
  return std::make_shared<NowLabels>(now.values.program, now.values.sources,
                                     NowLabels::Unread{unread[0], unread[1]});
}

void tell_short_history(const ProgramRun& run) {
  if (run.lifelines == nullptr) return;
  const std::string why = run.lifelines->cut_off();
  if (!why.empty()) print_error(fmt::format("milepost: {}\n", why));
}

void check_version_words(const ProgramRun& now, ProgramRun& run) {
  const Settings& settings = run.values.program.set.settings;
  if (!settings.versions.written || !now.located.only_file.empty()) return;
  const GitRepository::Opened git = open_repository(now.located);
  if (!git.repository || git.repository->shallow() || !git.repository->commit("HEAD")) return;
  constexpr std::array<uint16_t, 5> codes = {
      version_code::nothing_fits, version_code::no_program_then, version_code::same_folder,
      version_code::day_not_over, version_code::bad_snapshot};
  DiagnosticSink sink;
  find_versions(settings, now.located, git, run.values.as_of, sink);
  for (Diagnostic& diagnostic : sink.take_sorted()) {
    if (std::ranges::find(codes, diagnostic.code) == codes.end()) continue;
    run.values.sink.report(std::move(diagnostic));
  }
}

GitRepository::Opened open_repository(const Located& located) {
  return GitRepository::open(located.absolute);
}

}  // namespace milepost
