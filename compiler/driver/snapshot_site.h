// The site of a snapshot, made in memory from a tree of records.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/report.h"
#include "driver/commands.h"
#include "driver/program_run.h"
#include "files/source_tree.h"
#include "publish/publish.h"

namespace milepost {

struct SnapshotRun {
  ProgramRun run;
  Report report;
  std::string id, title;  // of the program, which the View takes
  std::string totals;     // "2 warnings in 40 files"
  std::string warnings;   // lines for standard error: drawings that could not be made
};

/// Runs the stages over `tree` as a build of it would, with the audience, label, base URL, limits
/// and date of `line`, and gives each file of the site to `keep` (by one thread at a time); without
/// `keep` nothing is rendered, but everything is read that a build reads. Versions and history are
/// left out: a snapshot is one moment. The exit status if it cannot, with the reason on standard
/// error; nothing is written.
int run_snapshot(const CommandLine& line, const Environment& environment,
                 std::shared_ptr<const SourceTree> tree, const Publisher::Keep& keep,
                 SnapshotRun& out);

}  // namespace milepost
