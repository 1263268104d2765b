// Where each node of a Markdown tree stands in its text, to the byte.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "parse/markdown_tree.h"

namespace milepost {

/// From byte `text` of a text node on, its bytes come from `source` on; up to the next jump of that
/// node.
struct TextJump {
  uint32_t node = 0;
  uint32_t text = 0;
  uint32_t source = 0;
};

struct MarkPlaces {
  std::vector<uint32_t> begin;  // by node, offsets into the text
  std::vector<uint32_t> end;
  std::vector<TextJump> jumps;  // by node, then by text: behind escapes and entities
  std::vector<uint32_t> lines;  // where lines begin, and the text's end
  std::vector<uint32_t> parents;
  std::vector<TextJump> lost_cells;  // of a row that is too long: the row, then begin and end
  uint32_t unplaced_blocks = 0;      // whose inlines all have the place of their block
};

/// cmark's columns are wrong for continued lines, links over two lines, tables below a paragraph,
/// text below link definitions and more. So the tree is laid against the text again: every node
/// consumes the characters it came from, and only what matches gets a place of its own; the rest
/// has that of the block it stands in. `places` is overwritten, its memory used again. Linear.
void find_mark_places(std::string_view text, const MarkTree& tree, MarkPlaces& places);

/// The length of the mark-up behind a link's text, `text[at]` being its `]`: with `(…)` or `[…]`.
uint32_t link_tail(std::string_view text, uint32_t at);

}  // namespace milepost
