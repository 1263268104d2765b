// What a version did to what is computed: path, verdicts, gates, chance, health.
#pragma once

#include <vector>

#include "compare/changes.h"
#include "compare/meaning.h"

namespace milepost {

/// In the order of ConsequenceKind, then of their records. Only what both Views may tell.
std::vector<Consequence> find_consequences(const Meanings& meanings);

}  // namespace milepost
