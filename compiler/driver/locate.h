// Which folder or file is the program.
#pragma once

#include <string>

#include "driver/commands.h"

namespace milepost {

struct Located {
  std::string root;            // of the tree, as the system may open it
  std::string absolute;        // the same, without links or dots
  std::string only_file;       // not empty: the program is this one file in `root`
  std::string display_prefix;  // what stands before a path in messages
  std::string problem;         // not empty: there is nothing to compile, and why
};

/// `said` is a folder or a file; empty: the nearest folder from the working directory upwards with
/// program.yaml, else the working directory itself.
Located locate_program(const std::string& said, const Environment& environment);

}  // namespace milepost
