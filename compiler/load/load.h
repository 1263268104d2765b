// The entry of load/: a folder of files to a SourceSet. The only reader of the program.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "files/source_tree.h"
#include "load/source_set.h"

namespace milepost {

/// Past a limit a file is left out with a diagnostic; nothing is read to find that out.
struct LoadLimits {
  uint64_t file_bytes = 4u << 20;              // one source file
  uint64_t total_bytes = uint64_t{500} << 20;  // all source files together
  uint32_t files = 200'000;                    // sources and assets
  uint32_t folder_depth = 64;
};

struct LoadOptions {
  std::string display_prefix;        // see SourceSet
  std::vector<std::string> exclude;  // gitignore patterns from program.yaml
  unsigned jobs = 1;                 // threads that read; the result is the same for any number
  LoadLimits limits;
};

/// Reads everything below the tree's root that is no hidden file, ignored, or output of ours. What
/// cannot be used is reported and stays in the set as SourceKind::unread, so that its diagnostic
/// has a place.
SourceSet load_program(const SourceTree& tree, const LoadOptions& options, DiagnosticSink& sink);

/// The set of just this file (a program that is a single file; or program.yaml, whose `exclude:`
/// the driver must know before the rest is read: give that call a sink of its own, load_program
/// reports the same problems again). The file's kind comes from its name; its folder is not walked.
SourceSet load_one(const SourceTree& tree, std::string_view path, const LoadOptions& options,
                   DiagnosticSink& sink);

}  // namespace milepost
