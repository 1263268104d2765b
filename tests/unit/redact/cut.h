// Programs as the build of an audience reads them: whole, cut, and compiled from what is left.
#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "driver/stages.h"
#include "files/source_tree.h"
#include "redact/cut_sources.h"

namespace milepost {

/// A program with the audiences `customers` (public), `omitting` (likewise, references leave
/// nothing), `partners` (public and partner) and all that are built in, in a memory that stays
/// where it is. As of 2026-06-01.
class WholeProgram {
 public:
  using Files = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  /// A program.yaml is supplied if there is none.
  explicit WholeProgram(Files files);
  explicit WholeProgram(const std::map<std::string, std::string>& files);

  Audience audience(std::string_view name) const;
  CutSources cut(std::string_view audience) const;
  /// The file as it is left; "dropped" if nothing of it is shown; as it was if nothing is cut.
  std::string left(std::string_view audience, std::string_view path) const;
  /// Compiled from what is left, told of the whole what a build tells. Keep this one meanwhile.
  std::unique_ptr<StageValues> compiled(std::string_view audience) const;

  MemoryTree tree;
  StageValues values;
};

/// What is cut out of a program that was compiled from what is left.
CutSources cut_again(const StageValues& left, const Audience& audience);

}  // namespace milepost
