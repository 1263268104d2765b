// The words and the heading anchors of a tape.
#include "markup/tape.h"

#include <algorithm>
#include <iterator>
#include <tuple>
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

namespace {

// What more may see has its number first: headings outside of regions, then those inside, by label.
std::vector<uint32_t> headings_to_number(const Tape& tape) {
  constexpr std::string_view kInOrder[] = {"", "public", "internal", "restricted"};
  struct Heading {
    uint32_t node;
    size_t rank;
    std::string_view label;
  };
  std::vector<Heading> headings;
  std::string_view region;
  uint32_t region_end = 0;
  for (uint32_t i = 0; i < tape.nodes.size(); ++i) {
    const TapeNode& node = tape.nodes[i];
    if (node.kind == NodeKind::region) {
      region = tape.text_of(node);
      region_end = i + node.size;
    }
    if (i >= region_end) region = {};
    if (node.kind != NodeKind::heading) continue;
    const auto known = std::ranges::find(kInOrder, region);
    headings.push_back({i, static_cast<size_t>(known - std::begin(kInOrder)), region});
  }
  std::ranges::stable_sort(headings, [](const Heading& a, const Heading& b) {
    return std::tie(a.rank, a.label) < std::tie(b.rank, b.label);
  });
  std::vector<uint32_t> nodes;
  for (const Heading& heading : headings) nodes.push_back(heading.node);
  return nodes;
}

}  // namespace

std::vector<HeadingAnchor> heading_anchors(const Tape& tape) {
  std::vector<HeadingAnchor> anchors;
  std::unordered_set<std::string> used;
  std::unordered_map<std::string, unsigned> repeats;
  for (const uint32_t i : headings_to_number(tape)) {
    const TapeNode& node = tape.nodes[i];
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
  std::ranges::sort(anchors, {}, &HeadingAnchor::node);
  return anchors;
}

}  // namespace milepost
