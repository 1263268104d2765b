// The parts of the diagnostic catalog, one for each stage that reports; only catalog.cpp joins
// them.
#pragma once

#include <span>

#include "diagnostics/rule.h"

namespace milepost {

// Each in order of code. A stage's part stands in catalog_<stage>.cpp.
std::span<const RuleInfo> load_catalog();      // MP001-MP059
std::span<const RuleInfo> versions_catalog();  // MP060-MP079
std::span<const RuleInfo> parse_catalog();     // MP101-MP120
std::span<const RuleInfo> markdown_catalog();  // MP121-MP139
std::span<const RuleInfo> program_catalog();   // MP140-MP159
std::span<const RuleInfo> shape_catalog();     // MP160-MP199
std::span<const RuleInfo> link_catalog();      // MP201-MP249
std::span<const RuleInfo> audience_catalog();  // MP4xx
std::span<const RuleInfo> publish_catalog();   // MP501-MP549
std::span<const RuleInfo> theme_catalog();     // MP550-MP579

}  // namespace milepost
