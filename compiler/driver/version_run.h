// A program as it was: the row of stages over a version.
#pragma once

#include "driver/program_run.h"
#include "driver/version_source.h"

namespace milepost {

/// Opens `version` as a run of its own, which `now` (the working folder, opened before) lends its
/// options to: limits, jobs, the clock. Its as-of date is that of the version, whatever its
/// program.yaml or the command line says. Messages about its files begin with its name:
/// `v1.0:raid/risks.md`. Problems are in the sink of the run, as always.
void run_version(const VersionSource& version, const ProgramRun& now, Stage last, ProgramRun& run);

/// The repository that the program stands in; each call opens it anew.
GitRepository::Opened open_repository(const Located& located);

}  // namespace milepost
