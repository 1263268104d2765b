// --limit NAME=SIZE: the only way to raise what program.yaml can only lower.
#pragma once

#include <string>
#include <string_view>

#include "shape/settings.h"

namespace milepost {

/// Sets the limit that `said` names ("body_bytes=1MB", "records=200000"; KB, MB and GB are powers
/// of 1,024). What is wrong with it, or nothing.
std::string set_limit(Limits& limits, std::string_view said);

}  // namespace milepost
