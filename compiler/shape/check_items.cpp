// Check boxes of a body, each under the heading above it.
#include <optional>

#include "shape/spellings.h"
#include "text/ascii.h"

namespace milepost {
namespace {

// The words of the item itself, without those of lists below it.
bool is_advisory(const Tape& tape, uint32_t item) {
  const uint32_t end = item + tape.nodes[item].size;
  for (uint32_t i = item + 1; i < end; ++i) {
    const TapeNode& node = tape.nodes[i];
    if (node.kind == NodeKind::list) return false;
    if (node.kind == NodeKind::text &&
        ifind(tape.text_of(node), "(advisory)") != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<CheckItem> check_items(FileWork& work, const Tape& tape, uint32_t tape_index,
                                   const BodyBlocks& blocks) {
  std::vector<CheckItem> items;
  for (const BodyBlock& block : blocks.blocks) {
    const uint32_t end = block.node + tape.nodes[block.node].size;
    std::optional<std::string_view> group;
    for (uint32_t i = block.node; i < end;) {
      const TapeNode& node = tape.nodes[i];
      // What is quoted is somebody else's list.
      if (node.kind == NodeKind::block_quote) {
        i += node.size;
        continue;
      }
      if (node.kind == NodeKind::item && (node.flags & kTask) != 0) {
        if (!group) {
          group = block.heading == kNoHeading
                      ? std::string_view()
                      : work.strings.keep(blocks.headings[block.heading].text);
        }
        CheckItem item;
        item.span = tape.span_of(node);
        item.tape = tape_index;
        item.node = i;
        item.checked = (node.flags & kChecked) != 0;
        item.advisory = is_advisory(tape, i);
        item.group = *group;
        items.push_back(item);
      }
      ++i;
    }
  }
  return items;
}

}  // namespace milepost
