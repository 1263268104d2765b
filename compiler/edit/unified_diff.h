// The difference of two texts as people and `patch` read it.
#pragma once

#include <string>
#include <string_view>

namespace milepost {

/// One hunk from the first line that differs to the last, with three lines around it; empty if the
/// texts are the same. Line ends stay as they are. Linear.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace milepost
