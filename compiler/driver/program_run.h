// What the commands that read a program share: opening it, running stages, reporting.
#pragma once

#include <memory>

#include "diagnostics/report.h"
#include "driver/command_line.h"
#include "driver/commands.h"
#include "driver/locate.h"
#include "driver/stages.h"
#include "files/source_tree.h"

namespace milepost {

class NowLabels;

struct ProgramRun {
  Located located;
  std::shared_ptr<const SourceTree> tree;
  std::shared_ptr<LifelineSource> lifelines;  // of its folder
  StageOptions options;                       // what the stages were run with
  StageValues values;
  unsigned jobs = 1;
  /// Of an old version: who may see what now, which has been applied to its program. Null: this is
  /// the working folder, or nobody but insiders is told of it.
  std::shared_ptr<const NowLabels> now = {};
};

/// Finds the program, reads the clock if nothing else says the date, and runs the stages up to
/// `last`. Checks --fail-on and --as-of first. Says on standard error why it cannot and gives the
/// exit status. Who shows no findings has no use for `ages`: then no history is read.
int open_program(const CommandLine& line, const Environment& environment, Stage last,
                 ProgramRun& run, bool ages = true);

/// Takes the diagnostics out of the sink; call once.
Report report_of(ProgramRun& run);

/// Applies --baseline or the program's own; `known` counts what it took out.
int leave_out_baseline(const CommandLine& line, const ProgramRun& run, Report& report,
                       const Places& places, size_t& known);

/// The report as text on standard error.
void print_report(const CommandLine& line, const Environment& environment, const Report& report,
                  const Places& places);

}  // namespace milepost
