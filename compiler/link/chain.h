// How a circle is told.
#pragma once

#include <string>
#include <vector>

namespace milepost {

/// "A → B → A"; of a long one the first and the last steps, and how many are between.
std::string chain(const std::vector<std::string>& steps);

}  // namespace milepost
