// Runs the stages over versions.
#include "driver/version_run.h"

#include <utility>

namespace milepost {

void run_version(const VersionSource& version, const ProgramRun& now, Stage last, ProgramRun& run) {
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
  run_stages(*run.tree, run.options, run.values);
}

GitRepository::Opened open_repository(const Located& located) {
  return GitRepository::open(located.absolute);
}

}  // namespace milepost
