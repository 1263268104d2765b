// The words and the heading anchors of a tape.
#include "markup/tape.h"

#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "text/words.h"

namespace milepost {
namespace {

bool is_block(NodeKind kind) {
  return kind < NodeKind::text;
}

}  // namespace

std::string plain_text(const Tape& tape, TapeSlice slice) {
  std::string out;
  const auto add = [&](std::string_view text) { out += text; };
  const auto gap = [&] {
    if (!out.empty() && out.back() != ' ') out += ' ';
  };
  const uint32_t end = slice.first + slice.count;
  for (uint32_t i = slice.first; i < end; ++i) {
    const TapeNode& node = tape.nodes[i];
    switch (node.kind) {
      case NodeKind::text:
      case NodeKind::code:
        add(tape.text_of(node));
        break;
      case NodeKind::code_block:
        gap();
        add(tape.text_of(node));
        break;
      case NodeKind::soft_break:
      case NodeKind::line_break:
        gap();
        break;
      case NodeKind::element:
        if (node.level == static_cast<uint8_t>(HtmlElement::br)) gap();
        break;
      default:
        if (is_block(node.kind)) gap();
        break;
    }
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == '\n')) out.pop_back();
  return out;
}

std::vector<HeadingAnchor> heading_anchors(const Tape& tape) {
  std::vector<HeadingAnchor> anchors;
  std::unordered_set<std::string> used;
  std::unordered_map<std::string, unsigned> repeats;
  for (uint32_t i = 0; i < tape.nodes.size(); ++i) {
    const TapeNode& node = tape.nodes[i];
    if (node.kind != NodeKind::heading) continue;
    const std::string base = github_anchor(plain_text(tape, TapeSlice{i + 1, node.size - 1}));
    std::string anchor = base;
    if (used.contains(anchor)) {
      unsigned& number = repeats[base];
      do {
        anchor = base + "-" + std::to_string(++number);
      } while (used.contains(anchor));
    }
    used.insert(anchor);
    anchors.push_back({i, std::move(anchor)});
  }
  return anchors;
}

}  // namespace milepost
