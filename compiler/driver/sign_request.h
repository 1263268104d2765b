// What `milepost sign` was asked, checked against the program.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analyze/covers.h"
#include "analyze/readiness.h"
#include "diagnostics/report.h"
#include "driver/command_line.h"
#include "driver/program_run.h"
#include "edit/sign_off_entry.h"

namespace milepost {

struct SignRequest {
  RecordIndex release = kNoRecord;
  std::string role;   // key
  std::string label;  // of the role, as it reads
  PersonIndex by = kNoPerson;
  std::string by_name;  // as it reads
  SignOffState expected = SignOffState::current;
  std::vector<Cover> covers;
  SignOffEntry entry;  // without `covers`: they depend on where it goes
};

/// Where a request goes wrong: with a place if it is about the files.
using SignProblem = std::optional<ReportItem>;

/// Fills `request`; the program has to be analyzed.
SignProblem read_sign_request(const CommandLine& line, const ProgramRun& run, SignRequest& request);

/// A problem of the command line, or of a place in the program.
ReportItem sign_problem(std::string message, std::string help, Span span = {});

}  // namespace milepost
