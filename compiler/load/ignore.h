// Patterns in gitignore syntax: which paths of the program are left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace milepost {

/// An ordered list of patterns; a later one overrules an earlier one. What gitignore(5) says holds:
/// comments, `!`, `\`, `*`, `?`, `[a-z]`, `**`, anchoring by a slash, a slash at the end for
/// folders only. A path below an ignored folder cannot be taken back; whoever walks does not enter
/// it.
class IgnoreRules {
 public:
  /// Adds the pattern of one line, relative to the folder `base` ("" is the root). Blank lines and
  /// comments add nothing. False if the line is no pattern (an unclosed `[`, longer than 1 KiB).
  bool add(std::string_view line, std::string_view base);

  /// Whether `path` itself (not a folder above it) is ignored. O(rules × length²) at worst, linear
  /// for patterns with a star or two.
  bool ignored(std::string_view path, bool is_folder) const;

  std::size_t size() const { return rules_.size(); }
  /// Forgets all rules but the first `count`: on leaving the folder whose rules came last.
  void shrink(std::size_t count) { rules_.resize(count); }

 private:
  struct Rule {
    std::string base;                // with a slash at its end, or empty
    std::vector<std::string> parts;  // between slashes; "**" stands for any number of parts
    bool negated = false;
    bool folders_only = false;
  };
  std::vector<Rule> rules_;
};

}  // namespace milepost
