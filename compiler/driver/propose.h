// What `init` proposes for a folder that has documents: found by compiling them, not by guessing.
#pragma once

#include <string>
#include <vector>

#include "files/source_tree.h"

namespace milepost {

struct Proposal {
  std::string pattern;  // for `records:`
  std::string kind;
  size_t records = 0;  // what this entry brings
  std::string what;    // "12 risks and 3 issues"
};

struct Proposals {
  std::string title;            // the README's heading, or empty
  size_t documents = 0;         // Markdown and YAML files
  size_t records_without = 0;   // records that need no rule
  std::vector<Proposal> rules;  // sorted by pattern
};

/// Compiles the folder three times: as it is, with every Markdown file read as a RAID log, and with
/// every one read as a decision. A rule is proposed for files that give records only with it; files
/// of one folder that ask for the same kind share a pattern.
Proposals propose_rules(const SourceTree& tree);

}  // namespace milepost
