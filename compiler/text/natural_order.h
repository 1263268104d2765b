// The order in which people sort ids.
#pragma once

#include <string_view>

namespace milepost {

/// Compares as people sort ids: runs of digits by their value, so R-2 comes before R-10.
bool natural_less(std::string_view a, std::string_view b);

}  // namespace milepost
