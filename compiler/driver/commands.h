// The commands: one function each, in the file of its name.
#pragma once

#include <string>

#include "driver/command_line.h"

namespace milepost {

/// The parts of the outside world that commands may know; read once in run().
struct Environment {
  std::string working_directory;  // absolute
  std::string home;               // empty if unknown
  bool no_color = false;          // NO_COLOR is set and not empty
  bool error_is_terminal = false, output_is_terminal = false;
  unsigned output_width = 80;  // columns of the terminal; 80 if it is none
  unsigned cores = 1;
};

// Each returns the exit status. Results go to standard output, what is said about them to standard
// error.
int run_build(const CommandLine& line, const Environment& environment);
int run_check(const CommandLine& line, const Environment& environment);
int run_explain(const CommandLine& line);
int run_schema(const CommandLine& line, const Environment& environment);
int run_init(const CommandLine& line, const Environment& environment);
int run_new(const CommandLine& line, const Environment& environment);
int run_sign(const CommandLine& line, const Environment& environment);
int run_status(const CommandLine& line, const Environment& environment);
int run_diff(const CommandLine& line, const Environment& environment);
int run_export(const CommandLine& line, const Environment& environment);
int run_snapshot_command(const CommandLine& line, const Environment& environment);
int run_verify(const CommandLine& line, const Environment& environment);
int run_dump(const CommandLine& line, const Environment& environment);

/// The whole program: reads the command line and the environment, runs one command.
int run(int argc, const char* const* argv);

}  // namespace milepost
