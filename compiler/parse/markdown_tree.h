// Markdown as cmark-gfm sees it: a flat tree with lines and columns, before places and passes of
// our own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

enum class MarkKind : uint8_t {
  document,
  paragraph,
  heading,
  block_quote,
  list,
  item,
  code_block,
  html_block,
  thematic_break,
  table,
  table_row,
  table_cell,
  footnote,
  text,
  soft_break,
  line_break,
  code,
  html_inline,
  emphasis,
  strong,
  link,
  image,
  footnote_reference,
};

/// Lines and columns (of bytes) count from 1 and are cmark's own: 0 or end before begin where it
/// does not know, and wrong in the ways that markdown_places.h mends.
struct MarkNode {
  MarkKind kind = MarkKind::document;
  uint8_t level = 0;    // of a heading
  uint8_t flags = 0;    // as in TapeNode
  uint32_t number = 0;  // first number of a list; number of a footnote and its references
  uint32_t line = 0;
  uint32_t column = 0;
  uint32_t end_line = 0;
  uint32_t end_column = 0;
  uint32_t text = 0;  // slices of MarkTree::text: literal or destination; info string or title
  uint32_t text_length = 0;
  uint32_t extra = 0;
  uint32_t extra_length = 0;
  uint32_t size = 1;  // with all nodes below
};

/// In preorder; the first is the document.
struct MarkTree {
  std::vector<MarkNode> nodes;
  std::string text;

  std::string_view text_of(const MarkNode& node) const {
    return std::string_view(text).substr(node.text, node.text_length);
  }
  std::string_view extra_of(const MarkNode& node) const {
    return std::string_view(text).substr(node.extra, node.extra_length);
  }
};

/// Fills `tree` (emptied first; its memory is used again). Tables, task lists and footnotes are
/// read; strikethrough and bare addresses are not, because cmark-gfm cannot do them on several
/// threads. Thread-safe. `text` must have passed find_markdown_excess.
void read_mark_tree(std::string_view text, MarkTree& tree);

}  // namespace milepost
