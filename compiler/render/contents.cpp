// Collects headings and writes them as nested lists.
#include "render/contents.h"

#include <algorithm>

#include "render/say.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr size_t kFewest = 3;
constexpr size_t kMany = 6;         // so many headings are worth a list however short the text
constexpr size_t kLongText = 2500;  // bytes: more than a screen
constexpr size_t kMost = 60;        // beyond it only the outermost headings are listed
constexpr int kDeepest = 2;

}  // namespace

void Contents::add(std::string_view label, std::string_view anchor) {
  entries_.push_back({std::string(label), std::string(anchor), 0});
}

void Contents::add(const ShownSlice& shown, int below) {
  if (shown.slice.count == 0) return;
  const Tape& tape = scope_.view().tape(shown.tape);
  const uint32_t end = shown.slice.first + shown.slice.count;
  std::vector<uint8_t> levels;  // as written, of the headings above
  size_t cut = 0;
  for (uint32_t i = shown.slice.first; i < end; ++i) {
    while (cut < shown.skip.size() && shown.skip[cut].first + shown.skip[cut].count <= i) ++cut;
    if (cut < shown.skip.size() && shown.skip[cut].first <= i) {
      i = shown.skip[cut].first + shown.skip[cut].count - 1;
      continue;
    }
    const TapeNode& node = tape.nodes[i];
    if (node.kind == NodeKind::text || node.kind == NodeKind::code_block) {
      bytes_ += node.text_length;
    }
    if (node.kind != NodeKind::heading) continue;
    while (!levels.empty() && levels.back() >= node.level) levels.pop_back();
    const int depth = below + static_cast<int>(levels.size());
    levels.push_back(node.level);
    const std::string_view anchor = scope_.anchor_of(shown.tape, i);
    std::string words = normalize_spaces(plain_text(tape, TapeSlice{i, node.size}));
    if (depth > kDeepest || anchor.empty() || words.empty()) continue;
    entries_.push_back({std::move(words), std::string(anchor), depth});
  }
}

void Contents::write(HtmlWriter& out) const {
  const int deepest = entries_.size() > kMost ? 0 : kDeepest;
  if (entries_.size() < kFewest || (entries_.size() < kMany && bytes_ < kLongText)) return;
  int depth = 0;
  bool first = true;
  out.put("<ul>\n");
  for (const Entry& entry : entries_) {
    if (entry.depth > deepest) continue;
    // A first heading that is deeper than what follows stands at the outermost level.
    const int to = first ? 0 : std::min(entry.depth, depth + 1);
    if (to > depth) {
      out.put("\n<ul>\n");
      ++depth;
    } else if (!first) {
      for (; depth > to; --depth) out.put("</li>\n</ul>");
      out.put("</li>\n");
    }
    first = false;
    out.put("<li><a").attribute("href", "#" + entry.anchor).put(">");
    out.data(entry.words).put("</a>");
  }
  for (; depth > 0; --depth) out.put("</li>\n</ul>");
  out.put("</li>\n</ul>\n");
}

std::string section_anchor(std::string_view field_name) {
  return "mp:f-" + std::string(field_name);
}

void write_heading_link(HtmlWriter& out, const PageScope& scope, std::string_view anchor,
                        std::string_view words) {
  out.put(" <a class=\"anchor\"").link("href", scope.path(), scope.path(), anchor);
  out.attribute("aria-label", fill(scope.words().text("page.link_to"_word), {words})).put("></a>");
}

void write_section_heading(HtmlWriter& out, const PageScope& scope, std::string_view field_name,
                           std::string_view label) {
  const std::string anchor = section_anchor(field_name);
  out.put("<h2").attribute("id", anchor).put(">").data(label);
  write_heading_link(out, scope, anchor, label);
  out.put("</h2>\n");
}

}  // namespace milepost
