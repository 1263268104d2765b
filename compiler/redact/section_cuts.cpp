// Walks a body from heading to heading.
#include "redact/section_cuts.h"

#include <algorithm>
#include <span>

namespace milepost {
namespace {

bool has_heading(const Tape& tape, uint32_t node, uint8_t level) {
  const auto below = std::span(tape.nodes).subspan(node, tape.nodes[node].size);
  return std::ranges::any_of(below, [&](const TapeNode& one) {
    return one.kind == NodeKind::heading && one.level <= level;
  });
}

}  // namespace

std::vector<TextRange> section_cuts(std::string_view text, const Tape& tape, TapeSlice slice,
                                    const std::function<bool(std::string_view)>& hides) {
  std::vector<TextRange> cuts;
  const uint32_t last = slice.first + slice.count;
  uint32_t from = 0, until = 0;
  uint8_t open = 0;  // level of the heading of a hidden section
  const auto close = [&] {
    if (open > 0 && until > from) cuts.push_back(whole_lines(text, from, until));
    open = 0;
  };
  const auto reopen = [&](uint32_t at) {
    if (until > from) cuts.push_back(whole_lines(text, from, until));
    from = until = at;
  };
  uint32_t region_end = 0;
  for (uint32_t i = slice.first; i < last;) {
    const TapeNode& node = tape.nodes[i];
    const bool region = node.kind == NodeKind::region;
    // A region goes along if the section does not end in it.
    if (region && open > 0 && !has_heading(tape, i, open)) {
      const size_t mark_end = text.find("-->", node.end);
      until = mark_end == std::string_view::npos ? static_cast<uint32_t>(text.size())
                                                 : static_cast<uint32_t>(mark_end + 3);
      i += node.size;
      continue;
    }
    // Marks of the others stay: what is cut is cut apart at them.
    const bool mark = region || (region_end > 0 && i >= region_end);
    if (mark) region_end = region ? i + node.size : 0;
    if (mark && open > 0) reopen(node.begin);
    if (node.kind == NodeKind::heading && node.end > 0) {
      if (open > 0 && node.level <= open) {
        // Definitions of links have no node.
        if (region_end == 0) until = std::max(until, line_begin(text, node.begin));
        close();
      }
      if (open == 0) {
        if (hides(plain_text(tape, {i, node.size}))) {
          open = node.level;
          from = until = node.begin;
        }
      }
    }
    if (!region) until = std::max(until, node.end);
    i += region ? 1 : node.size;
  }
  if (region_end == 0 && last == tape.nodes.size()) {
    until = std::max(until, static_cast<uint32_t>(text.size()));
  }
  close();
  return cuts;
}

}  // namespace milepost
