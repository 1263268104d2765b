// How the built-in style sheets are shipped.
#pragma once

#include <string>
#include <string_view>

namespace milepost {

/// A built-in sheet as it is shipped: without comments and without white space that means nothing,
/// a rule a line. Strings stay as they are. Linear. The sheet that `milepost init --theme` copies
/// is the one with comments.
std::string shipped_style(std::string_view sheet);

}  // namespace milepost
