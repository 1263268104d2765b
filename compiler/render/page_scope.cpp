// Looks up the anchors and footnotes of a page.
#include "render/page_scope.h"

#include <algorithm>
#include <tuple>

#include "compose/anchors.h"

namespace milepost {
namespace {

std::tuple<uint32_t, uint32_t> key_of(const PageAnchor& anchor) {
  return {number(anchor.tape), anchor.node};
}

}  // namespace

void PageScope::set_anchors(std::span<const ShownSlice> slices) {
  anchors_ = assign_anchors(view(), slices);
  std::ranges::stable_sort(anchors_, {}, key_of);
}

std::string_view PageScope::anchor_of(ViewTapeId tape, uint32_t node) const {
  const std::tuple<uint32_t, uint32_t> key(number(tape), node);
  const auto at = std::ranges::lower_bound(anchors_, key, {}, key_of);
  return at != anchors_.end() && key_of(*at) == key ? std::string_view(at->anchor)
                                                    : std::string_view();
}

PageScope::FootnoteUse PageScope::use_footnote(ViewTapeId tape, uint32_t number_in_tape) {
  const uint64_t key = uint64_t{number(tape)} << 32 | number_in_tape;
  const auto [at, fresh] =
      footnote_numbers_.try_emplace(key, static_cast<uint32_t>(footnotes_.size()));
  if (fresh) footnotes_.push_back({tape, definition_of(tape, number_in_tape), 0});
  return {at->second + 1, ++footnotes_[at->second].uses};
}

uint32_t PageScope::definition_of(ViewTapeId tape_id, uint32_t number_in_tape) {
  const auto [at, fresh] = definitions_.try_emplace(number(tape_id));
  std::vector<uint32_t>& nodes = at->second;
  if (fresh) {
    const Tape& tape = view().tape(tape_id);
    for (uint32_t i = 1; i < tape.nodes.size();) {
      const TapeNode& node = tape.nodes[i];
      if (node.kind == NodeKind::footnote && node.text_length < tape.nodes.size()) {
        if (nodes.size() <= node.text_length) nodes.resize(node.text_length + 1, 0);
        if (nodes[node.text_length] == 0) nodes[node.text_length] = i;
      }
      i += node.kind == NodeKind::region ? 1 : node.size;
    }
  }
  return number_in_tape < nodes.size() ? nodes[number_in_tape] : 0;
}

}  // namespace milepost
