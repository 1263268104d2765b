// program.json: the View as data, for other people's scripts.
#pragma once

#include <string>
#include <string_view>

#include "compose/outline.h"

namespace milepost {

/// As docs/program.schema.json says, with keys in a fixed order and one newline at the end. What
/// this version does not compute (schedule, gates, metrics, changes) is an empty list.
std::string model_json(const Outline& outline);

}  // namespace milepost
