// Gates and items of what is judged, as the cases about check items write them.
#pragma once

#include <string>

#include "spec/compile_in_memory.h"

namespace milepost::testing {

/// A paragraph a record, a line a gate and a line an item with all that is known of it. `label` is
/// empty, or the one label whose records and regions are shown.
std::string item_text(const StageValues& values, const std::string& label);

}  // namespace milepost::testing
