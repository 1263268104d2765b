// Who a build is for.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "link/program.h"

namespace milepost {

class NowWall;

/// What is computed and told; the plain build tells all of it.
struct Shows {
  bool verdict = true, health = true, scores = true, probabilities = true, metrics = true,
       findings = true;
};

/// Who a build is for: the labels they may see, and what they are told beside records.
struct Audience {
  std::string name;  // empty: the plain build
  std::vector<std::string> sees = {"public", "internal"};
  Shows shows;
  /// Sources, edit links, e-mail addresses, diagnostics and the whole roster: the plain build and
  /// the program office, which sees everything there is.
  bool insider = true;
  bool omit = false;  // a reference to something hidden leaves nothing, not "an internal item"
  /// Of an old version: what is hidden now that no label of then can say. Null: nothing is.
  std::shared_ptr<const NowWall> now = {};
};

/// The audience of a name, of program.yaml or built in; nothing if there is none. The empty name is
/// the plain build.
std::optional<Audience> audience_named(const Program& program, std::string_view name);

/// Whose pages in a site for `inside` are made of less than the rest of it: those who do not see
/// all that a plain build shows, each with what he sees of what `inside` sees. None but for
/// insiders, since others have no page of somebody else.
std::vector<Audience> readers_of_less(const Program& program, const Audience& inside);

/// Names for help and for --audience all: those of program.yaml in its order; if it has none,
/// `public` and `internal`.
std::vector<std::string> own_audiences(const Program& program);
/// All that --audience takes, those of program.yaml first.
std::vector<std::string> all_audiences(const Program& program);

}  // namespace milepost
