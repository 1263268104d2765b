// The merge of two texts that come from one, line by line.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

struct LineMerge {
  bool possible = false;  // false: a side is no text, or there is no git
  std::string text;
  /// Offsets into `text` where both sides changed the same lines; it has those of `ours` there.
  std::vector<uint32_t> conflicts;
};

/// As `git merge-file` does it, on memory: nothing is written to disk.
LineMerge merge_lines(std::string_view ours, std::string_view base, std::string_view theirs);

}  // namespace milepost
