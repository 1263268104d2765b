// The body tape: a Markdown tree as one flat array in reading order, with the text it needs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace milepost {

enum class NodeKind : uint8_t {
  document,
  // blocks
  paragraph,
  heading,  // level 1-6
  block_quote,
  list,        // flags: kOrdered, kTight; number: first number
  item,        // flags: kTask, kChecked
  code_block,  // text: content; the info string is an `info` child
  thematic_break,
  table,  // children: table_row; the first is the head (flags kHead)
  table_row,
  table_cell,  // flags: alignment
  footnote,    // definition; number: its number in order of first use (1-based)
  region,      // a part for one audience only; text: its label
  // inlines
  text,
  soft_break,
  line_break,
  code,
  emphasis,
  strong,
  strike,
  link,                // text: destination as written, decoded; a `title` child may come first
  image,               // text: destination; children: alternative text
  footnote_reference,  // number: the footnote's number
  element,             // inert HTML, level: HtmlElement; `attribute` children come first
  // parts of the node above them
  attribute,  // text: "name=value"
  title,
  info,
};

/// The inert HTML elements that are read into the tree (records.md section 8).
enum class HtmlElement : uint8_t {
  br,
  hr,
  sub,
  sup,
  kbd,
  mark,
  details,
  summary,
  a,
  img,
  table,
  caption,
  colgroup,
  col,
  thead,
  tbody,
  tfoot,
  tr,
  th,
  td,
};

inline constexpr uint8_t kOrdered = 1;
inline constexpr uint8_t kTight = 2;
inline constexpr uint8_t kTask = 4;
inline constexpr uint8_t kChecked = 8;
inline constexpr uint8_t kHead = 16;
inline constexpr uint8_t kAlignLeft = 32;
inline constexpr uint8_t kAlignCenter = 64;
inline constexpr uint8_t kAlignRight = 128;

/// 24 bytes. `begin`..`end` are byte offsets into the source file (0,0 if the place is unknown);
/// `text`,`text_length` a slice of Tape::text; `size` counts this node and all nodes under it, so
/// that the next sibling of node i is i + size.
struct TapeNode {
  NodeKind kind = NodeKind::text;
  uint8_t level = 0;
  uint8_t flags = 0;
  uint8_t unused = 0;
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t text = 0;
  uint32_t text_length = 0;  // `number` for list, footnote and footnote_reference
  uint32_t size = 1;
};

/// Empty, or a `document` node and all below it in preorder. Owns its text. A tape that came from a
/// YAML value or is made by hand has the same shape. Walk it with indexes, never by recursion.
struct Tape {
  FileId file = kNoFile;
  std::vector<TapeNode> nodes;
  std::string text;

  std::string_view text_of(const TapeNode& node) const {
    return std::string_view(text).substr(node.text, node.text_length);
  }
  Span span_of(const TapeNode& node) const { return Span{file, node.begin, node.end}; }
  bool empty() const { return nodes.size() <= 1; }
};

/// A run of whole sibling subtrees: nodes [first, first + count) of one tape.
struct TapeSlice {
  uint32_t first = 0;
  uint32_t count = 0;
};

/// The visible words of a slice: text and code, breaks as one space, nothing of attributes or
/// titles.
std::string plain_text(const Tape& tape, TapeSlice slice);

/// Anchors of the headings (and of `a` elements' own id/name are not included), in order, as GitHub
/// numbers them: repeated ones get -1, -2 …, those in regions after all others, so that what is for
/// some readers only changes no anchor of the rest. One entry per heading node.
struct HeadingAnchor {
  uint32_t node;
  std::string anchor;
};
std::vector<HeadingAnchor> heading_anchors(const Tape& tape);

}  // namespace milepost
