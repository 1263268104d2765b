// YAML text to a YamlTree: of front matter, of a file, of data that travels in the binary.
#pragma once

#include <cstdint>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "parse/yaml_tree.h"

namespace milepost {

struct YamlOptions {
  bool aliases = true;  // false: anchors and aliases are refused (front matter)
  uint32_t max_nodes = 200'000;
  uint32_t max_depth = 32;
};

/// Parses `text`, valid UTF-8 that stands at byte `offset` of `file`, and reports every problem
/// with its place and a cure. After a syntax error the tree holds the entries that were whole
/// before it. The tree borrows `text`. Thread-safe. Cost: linear in the text, a small multiple of a
/// memory scan for the plain subset that records use.
YamlTree parse_yaml(std::string_view text, FileId file, uint32_t offset, const YamlOptions& options,
                    DiagnosticSink& sink);

}  // namespace milepost
