// Builds tapes by hand, for tests of what reads them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "markup/tape.h"

namespace milepost {

/// A node and what is below it; `text` is its own text, `number` that of lists and footnotes.
struct Leaf {
  NodeKind kind = NodeKind::document;
  std::vector<Leaf> children;
  std::string text;
  uint8_t level = 0;
  uint8_t flags = 0;
  uint32_t number = 0;
};

inline Leaf node(NodeKind kind, std::vector<Leaf> children = {}) {
  return {kind, std::move(children), {}, 0, 0, 0};
}
inline Leaf words(std::string text) {
  return {NodeKind::text, {}, std::move(text), 0, 0, 0};
}
inline Leaf paragraph(std::string text) {
  return node(NodeKind::paragraph, {words(std::move(text))});
}
inline Leaf heading(uint8_t level, std::string text) {
  Leaf leaf = node(NodeKind::heading, {words(std::move(text))});
  leaf.level = level;
  return leaf;
}
inline Leaf link_to(std::string address, std::string text) {
  Leaf leaf = node(NodeKind::link, {words(std::move(text))});
  leaf.text = std::move(address);
  return leaf;
}
inline Leaf element(HtmlElement kind, std::vector<Leaf> children = {}) {
  Leaf leaf = node(NodeKind::element, std::move(children));
  leaf.level = static_cast<uint8_t>(kind);
  return leaf;
}
inline Leaf attribute(std::string text) {
  return {NodeKind::attribute, {}, std::move(text), 0, 0, 0};
}
inline Leaf item(std::vector<Leaf> children, uint8_t flags = 0) {
  Leaf leaf = node(NodeKind::item, std::move(children));
  leaf.flags = flags;
  return leaf;
}
inline Leaf list(std::vector<Leaf> items, uint8_t flags = kTight, uint32_t first = 1) {
  Leaf leaf = node(NodeKind::list, std::move(items));
  leaf.flags = flags;
  leaf.number = first;
  return leaf;
}
inline Leaf code_block(std::string text, std::string info = {}) {
  Leaf leaf = node(NodeKind::code_block);
  if (!info.empty()) leaf.children.push_back({NodeKind::info, {}, std::move(info), 0, 0, 0});
  leaf.text = std::move(text);
  return leaf;
}
inline Leaf row(std::vector<std::string> cells, uint8_t flags = 0) {
  Leaf leaf = node(NodeKind::table_row);
  leaf.flags = flags;
  for (std::string& cell : cells) {
    leaf.children.push_back(node(NodeKind::table_cell));
    if (!cell.empty()) leaf.children.back().children.push_back(words(std::move(cell)));
  }
  return leaf;
}

inline uint32_t add_leaf(Tape& tape, const Leaf& leaf) {
  const auto at = static_cast<uint32_t>(tape.nodes.size());
  TapeNode made;
  made.kind = leaf.kind;
  made.level = leaf.level;
  made.flags = leaf.flags;
  made.text = static_cast<uint32_t>(tape.text.size());
  made.text_length = static_cast<uint32_t>(leaf.text.size());
  if (leaf.kind == NodeKind::list || leaf.kind == NodeKind::footnote ||
      leaf.kind == NodeKind::footnote_reference) {
    made.text = 0;
    made.text_length = leaf.number;
  }
  tape.text += leaf.text;
  tape.nodes.push_back(made);
  for (const Leaf& child : leaf.children) add_leaf(tape, child);
  tape.nodes[at].size = static_cast<uint32_t>(tape.nodes.size()) - at;
  return at;
}

inline Tape make_tape(std::vector<Leaf> blocks) {
  Tape tape;
  add_leaf(tape, node(NodeKind::document, std::move(blocks)));
  return tape;
}

}  // namespace milepost
