// What the versions before this one tell, for the pages of this one.
#pragma once

#include <optional>

#include "compare/changes.h"
#include "compare/history.h"

namespace milepost {

struct Past {
  History history;
  std::optional<Changes> changes;  // since the version before; nothing: this is the first
};

}  // namespace milepost
