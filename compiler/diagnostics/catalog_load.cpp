// The manual entries of the diagnostics of load/: reading the program's files.
#include "diagnostics/catalog.h"

namespace milepost {

std::span<const RuleInfo> load_catalog() {
  return {};
}

}  // namespace milepost
