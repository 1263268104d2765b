// Runs the stages over versions.
#include "driver/version_run.h"

#include <array>
#include <utility>
#include <vector>

#include "driver/audience_report.h"
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

GitRepository::Opened open_repository(const Located& located) {
  return GitRepository::open(located.absolute);
}

}  // namespace milepost
