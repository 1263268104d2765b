// A program as it was: the row of stages over a version.
#pragma once

#include "driver/program_run.h"
#include "driver/version_source.h"

namespace milepost {

/// Opens `version` as a run of its own, which `now` (the working folder, opened before) lends its
/// options to: limits, jobs, the clock. Its as-of date is that of the version, whatever its
/// program.yaml or the command line says. Messages about its files begin with its name:
/// `v1.0:raid/risks.md`. Problems are in the sink of the run, as always. False: the clone lacks
/// files of it (lacks_files()), so that it is not what it was.
///
/// `labels` are those of the working folder. Whatever is shown of the version to anybody has to be
/// made with them: view_of() then tells an audience what it might see then and may see now. Before
/// an audience is given to something else (report_leaks(), labels_unread()), it is
/// `labels->of_then(audience, run.values.program)`.
bool run_version(const VersionSource& version, const ProgramRun& now, Stage last, ProgramRun& run,
                 std::shared_ptr<const NowLabels> labels = nullptr);

/// The labels of the working folder; after its stages, before report_of() and before its program is
/// taken.
std::shared_ptr<const NowLabels> labels_of_now(ProgramRun& now);

/// The repository that the program stands in; each call opens it anew.
/// Says on standard error if ages are told from a part of the history alone.
void tell_short_history(const ProgramRun& run);

/// Reports the words of `versions:` that choose nothing, each at its place, as a build does; not
/// where this cannot be known (no git, a shallow clone, no commit). Of an old version too, whose
/// words are held against the repository as it is.
void check_version_words(const ProgramRun& now, ProgramRun& run);

GitRepository::Opened open_repository(const Located& located);

}  // namespace milepost
