// Reads the git history of a program for what it tells of each record.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "analyze/lifelines.h"
#include "shape/settings.h"

namespace milepost {

/// The history of one program; opened when it is first asked. Commits are those of first parents,
/// the newest 20,000 at most, of which the newest 5,000 that touch the program's folder count. Each
/// version of a file is parsed and shaped once, with the program.yaml of its commit. Any number of
/// threads may ask; they take turns.
class LifelineSource {
 public:
  /// `folder` is the program's (absolute).
  LifelineSource(std::string folder, unsigned jobs);
  ~LifelineSource();
  LifelineSource(const LifelineSource&) = delete;
  LifelineSource& operator=(const LifelineSource&) = delete;

  struct Asked {
    std::string revision;  // in full; empty: the working folder, after HEAD
    std::string timezone;  // the program's: days of commits are counted there
    /// Who may know what has a label; none: whoever asks may know everything. Of what happened only
    /// that counts which they might have known then and may know now.
    std::function<bool(std::string_view)> sees = {};
  };
  /// Lifelines::read is false if there is no git, no repository or no such revision.
  Lifelines upto(const Asked& asked);
  /// Why what was read is not all of the history, and what would help; without a full stop. Empty:
  /// it is all of it, or nobody asked.
  std::string cut_off() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace milepost
