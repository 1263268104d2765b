// What the versions before this one tell, for the pages of this one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compare/changes.h"
#include "compare/history.h"

namespace milepost {

/// A page that an earlier version had.
struct GonePage {
  std::string path;  // in its folder
  std::string title;
  std::string label;    // of the last version that had it: its folder; empty: it may go some day
  std::string version;  // what that is called
};

struct Past {
  History history;
  std::vector<GonePage> gone;      // by path; some of them may be there again
  std::optional<Changes> changes;  // since the version before; nothing: this is the first
};

}  // namespace milepost
