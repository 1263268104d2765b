// Whether an edit changed nothing but what it was to change.
#pragma once

#include <cstdint>
#include <string_view>

#include "parse/yaml_tree.h"

namespace milepost {

/// True if both trees say the same but for the value of `key` in the mapping at `mapping` of
/// `before`, which may be absent in one of them. Values are compared as they read, not as they are
/// written. Linear.
bool same_but(const YamlTree& before, const YamlTree& after, uint32_t mapping,
              std::string_view key);

/// True if the two subtrees say the same.
bool same_value(const YamlTree& a, uint32_t i, const YamlTree& b, uint32_t j);

}  // namespace milepost
