// An immutable YAML document as one flat array, with a span for every key and value.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace milepost {

enum class YamlKind : uint8_t { null, scalar, sequence, mapping };
enum class YamlStyle : uint8_t { plain, quoted, block };  // of a scalar

/// Nodes stand in preorder; `size` counts the node and all below it. A mapping's children alternate
/// key, value; keys are always scalars. `text` is the decoded scalar: a view into the source
/// where that is possible, else into the tree's own storage. The span of an empty value is at its
/// key's end.
struct YamlNode {
  YamlKind kind = YamlKind::null;
  YamlStyle style = YamlStyle::plain;
  Span span;
  std::string_view text;
  uint32_t size = 1;
};

/// Aliases are expanded (YAML files, bounded) or refused (front matter); keys of one mapping are
/// unique (a duplicate is a diagnostic, the first wins). Movable; views survive a move.
class YamlTree {
 public:
  std::vector<YamlNode> nodes;      // empty: there is no document
  std::deque<std::string> storage;  // decoded scalars that do not stand in the source as they are

  bool empty() const { return nodes.empty(); }
  /// Index of the value of `key` in the mapping at `mapping`, or 0 (the root is never a value).
  uint32_t find(uint32_t mapping, std::string_view key) const;
  /// Index after the subtree at `i`: its next sibling, if there is one.
  uint32_t after(uint32_t i) const { return i + nodes[i].size; }
};

/// Calls f(key index, value index) for each entry of the mapping at `i`.
template <typename F>
void for_each_entry(const YamlTree& tree, uint32_t i, F&& f) {
  const uint32_t end = tree.after(i);
  for (uint32_t k = i + 1; k < end;) {
    const uint32_t v = tree.after(k);
    f(k, v);
    k = tree.after(v);
  }
}

/// Calls f(item index) for each item of the sequence at `i`.
template <typename F>
void for_each_item(const YamlTree& tree, uint32_t i, F&& f) {
  const uint32_t end = tree.after(i);
  for (uint32_t k = i + 1; k < end; k = tree.after(k)) f(k);
}

}  // namespace milepost
