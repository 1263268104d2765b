// Names of output files: readable, safe on every file system, each given once.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace milepost {

/// One part of a path as an output name: [A-Za-z0-9._-], at most 80 characters, none that an
/// operating system keeps for itself (con, aux, com1 …), no dot or space at either end. A part that
/// is so already stays as it is.
std::string safe_part(std::string_view part);
/// Each part of `path`, with `/` between them.
std::string safe_path(std::string_view path);

/// Gives out names so that no two are equal but for case. The same requests in the same order get
/// the same answers.
class OutputNames {
 public:
  /// `stem` + `extension`, or `stem-2`, `stem-3` … if it is taken. Both are safe already.
  std::string take(std::string_view stem, std::string_view extension);
  /// Takes a name if it is free.
  bool reserve(std::string_view name);

 private:
  std::unordered_set<std::string> taken_;  // in lower case
};

}  // namespace milepost
