// All of YAML, by yaml-cpp's events: for what the plain reader finds unusual.
#pragma once

#include <cstdint>
#include <string_view>

#include "parse/yaml.h"
#include "parse/yaml_mistake.h"
#include "parse/yaml_tree.h"

namespace milepost {

/// Adds the document to `tree` (which is empty). A mistake with code 0 means that there was none;
/// else the tree holds what came before it.
YamlMistake read_full_yaml(std::string_view text, FileId file, uint32_t offset,
                           const YamlOptions& options, YamlTree& tree);

}  // namespace milepost
