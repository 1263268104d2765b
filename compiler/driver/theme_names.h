// What a program names and a theme may give words for.
#pragma once

#include <vector>

#include "render/theme.h"
#include "shape/kinds.h"

namespace milepost {

/// The keys of strings.yaml for the kinds of a program, their fields, statuses, choices and
/// relations, and for the message and the summary of each rule; sorted by key.
std::vector<ThemeName> theme_names(const Kinds& kinds);

}  // namespace milepost
