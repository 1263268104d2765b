// Adds nodes and patches sizes when a node closes.
#include "shape/tree_builder.h"

#include <utility>

namespace milepost {

uint32_t TreeBuilder::open(YamlKind kind, Span span) {
  YamlNode node;
  node.kind = kind;
  node.span = span;
  tree_.nodes.push_back(node);
  return static_cast<uint32_t>(tree_.nodes.size() - 1);
}

void TreeBuilder::close(uint32_t node) {
  YamlNode& opened = tree_.nodes[node];
  opened.size = static_cast<uint32_t>(tree_.nodes.size()) - node;
  if (opened.size > 1) opened.span = join(opened.span, tree_.nodes.back().span);
}

void TreeBuilder::scalar(const Written& written) {
  YamlNode node;
  node.kind = written.text.empty() ? YamlKind::null : YamlKind::scalar;
  node.span = written.span;
  node.text = written.text;
  tree_.nodes.push_back(node);
}

void TreeBuilder::unnamed(const Span& place) {
  YamlNode node;
  node.kind = YamlKind::scalar;
  node.span = {place.file, place.begin, place.begin};
  tree_.nodes.push_back(node);
}

YamlTree TreeBuilder::take() {
  return std::exchange(tree_, YamlTree{});
}

}  // namespace milepost
