// Builds a YamlTree by hand: lists, tables and blocks become what the YAML readers know.
#pragma once

#include <cstdint>
#include <string_view>

#include "parse/yaml_tree.h"
#include "shape/written.h"

namespace milepost {

/// Nodes are added in preorder; `open` a mapping or sequence, add what is in it, `close` it. Texts
/// are borrowed, so they must outlive the tree.
class TreeBuilder {
 public:
  uint32_t open(YamlKind kind, Span span);
  void close(uint32_t node);
  void scalar(const Written& written);
  /// An empty key with a place.
  void unnamed(const Span& place);

  YamlTree take();

  const YamlTree& tree() const { return tree_; }

 private:
  YamlTree tree_;
};

}  // namespace milepost
