// The walk over the program's folders: which files there are, and what is wrong with their names.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "files/source_tree.h"
#include "load/load.h"
#include "load/source_set.h"

namespace milepost {

/// A file before it is read. Its diagnostics have no file number yet.
struct FoundFile {
  std::string path;  // valid UTF-8
  SourceKind kind = SourceKind::asset;
  uint64_t size = 0;
  std::string content;  // of TreeEntry
  std::string text;     // only of what the walk itself had to read
  std::vector<Diagnostic> problems;
};

/// Everything below the root that is to be in the SourceSet, in path order. Nothing that is hidden,
/// ignored, in `node_modules` or in a site that Milepost wrote: `left_out` gets those as
/// SourceSet::left_out wants them. Diagnostics without a file go to `sink`.
std::vector<FoundFile> walk_program(const SourceTree& tree, const LoadOptions& options,
                                    std::vector<std::string>& left_out, DiagnosticSink& sink);

/// By the name's ending, ignoring case.
SourceKind kind_of_name(std::string_view path);

}  // namespace milepost
