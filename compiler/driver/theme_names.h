// What a program names and a theme may give words for.
#pragma once

#include <vector>

#include "render/theme.h"
#include "shape/gate_settings.h"
#include "shape/kinds.h"

namespace milepost {

/// The keys of strings.yaml for the kinds of a program, their fields, statuses, choices and
/// relations, for its gates and their items, and for the message and the summary of each rule;
/// sorted by key.
std::vector<ThemeName> theme_names(const Kinds& kinds, const GateLibrary& gates = builtin_gates());

}  // namespace milepost
