// Walks the top level of a body once.
#include "shape/body_blocks.h"

#include <algorithm>

#include "text/emoji.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr uint8_t kBoldLevel = 7;

std::string heading_text(const Tape& tape, uint32_t node) {
  const std::string text = plain_text(tape, children(tape, node));
  std::string_view plain = trim_spaces(text);
  while (true) {
    const std::size_t emoji = leading_emoji(plain);
    if (emoji == 0 || static_cast<unsigned char>(plain.front()) < 0x80) break;
    plain = trim_spaces(plain.substr(emoji));
  }
  while (plain.ends_with(':')) plain = trim_spaces(plain.substr(0, plain.size() - 1));
  return std::string(plain);
}

// True for a paragraph of bold words alone, perhaps with a colon behind them.
bool is_bold_line(const Tape& tape, uint32_t paragraph) {
  const TapeSlice inner = children(tape, paragraph);
  if (inner.count == 0 || tape.nodes[inner.first].kind != NodeKind::strong) return false;
  const uint32_t after = inner.first + tape.nodes[inner.first].size;
  const uint32_t end = inner.first + inner.count;
  if (after == end) return true;
  const TapeNode& rest = tape.nodes[after];
  return rest.kind == NodeKind::text && after + rest.size == end &&
         trim_spaces(tape.text_of(rest)) == ":";
}

class Walker {
 public:
  explicit Walker(const Tape& tape) : tape_(tape) {}

  BodyBlocks walk() {
    if (tape_.nodes.empty()) return std::move(result_);
    const uint32_t end = tape_.nodes[0].size;
    for (uint32_t i = 1; i < end;) {
      const TapeNode& node = tape_.nodes[i];
      if (i >= region_end_) region_ = {};
      if (node.kind == NodeKind::region) {
        region_ = tape_.text_of(node);
        region_end_ = i + node.size;
        ++i;
        continue;
      }
      add(i, node);
      i += node.size;
    }
    return std::move(result_);
  }

 private:
  void add(uint32_t i, const TapeNode& node) {
    const auto number = static_cast<uint32_t>(result_.blocks.size());
    uint8_t level = 0;
    if (node.kind == NodeKind::heading)
      level = node.level;
    else if (node.kind == NodeKind::paragraph && is_bold_line(tape_, i))
      level = kBoldLevel;
    if (level != 0) {
      while (current_ != kNoHeading && result_.headings[current_].level >= level) {
        current_ = result_.headings[current_].parent;
      }
      result_.headings.push_back({i, level, current_, number, heading_text(tape_, i)});
      current_ = static_cast<uint32_t>(result_.headings.size() - 1);
    }
    result_.blocks.push_back({i, current_, region_});
  }

  const Tape& tape_;
  BodyBlocks result_;
  uint32_t current_ = kNoHeading;
  std::string_view region_;
  uint32_t region_end_ = 0;
};

}  // namespace

BodyBlocks body_blocks(const Tape& tape) {
  return Walker(tape).walk();
}

Written written_node(const FileWork& work, const Tape& tape, uint32_t node) {
  const TapeNode& n = tape.nodes[node];
  if (n.end <= n.begin || n.end > work.source.size()) {
    return {{}, Span{work.file, n.begin, n.begin}, true, true};
  }
  return trimmed({work.source.slice(n.begin, n.end), {work.file, n.begin, n.end}, true, true});
}

Written written_slice(const FileWork& work, const Tape& tape, TapeSlice slice) {
  uint32_t begin = 0;
  uint32_t end = 0;
  for (uint32_t i = slice.first; i < slice.first + slice.count; i += tape.nodes[i].size) {
    const TapeNode& n = tape.nodes[i];
    if (n.end <= n.begin) continue;
    if (end == 0) begin = n.begin;
    end = std::max(end, n.end);
  }
  if (end == 0 || end > work.source.size()) return {{}, Span{work.file, 0, 0}, true, true};
  return trimmed({work.source.slice(begin, end), {work.file, begin, end}, true, true});
}

}  // namespace milepost
