// Numbers the anchors of a page.
#include "compose/anchors.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "text/ascii.h"
#include "text/utf8.h"
#include "text/words.h"

namespace milepost {
namespace {

// Names by which a browser may hand an element to a script instead of what the script asked for.
constexpr std::array<std::string_view, 13> kTakenByDocuments = {
    "__proto__",     "attributes",    "body",    "constructor",    "cookie",
    "currentscript", "document",      "forms",   "getelementbyid", "location",
    "nodename",      "queryselector", "scripts",
};
static_assert(std::ranges::is_sorted(kTakenByDocuments));

// Repeated ids get -1, -2 … as GitHub numbers them.
class UniqueIds {
 public:
  std::string take(std::string base) {
    if (base.empty()) base = "section";
    if (is_free(base)) {
      used_.insert(base);
      return base;
    }
    unsigned& last = last_number_[base];
    std::string id;
    do {
      id = base + "-" + std::to_string(++last);
    } while (!is_free(id));
    used_.insert(id);
    return id;
  }

 private:
  bool is_free(const std::string& id) const {
    return !used_.contains(id) &&
           !std::ranges::binary_search(kTakenByDocuments, std::string_view(ascii_lower(id)));
  }
  std::unordered_set<std::string> used_;
  std::unordered_map<std::string, unsigned> last_number_;
};

// What an author gave as an id, if it can be one: no white space, none of our own.
std::string_view given_id(const Tape& tape, uint32_t node) {
  if (tape.nodes[node].level != static_cast<uint8_t>(HtmlElement::a)) return {};
  std::string_view id = element_attribute(tape, node, "id");
  if (id.empty()) id = element_attribute(tape, node, "name");
  if (id.empty() || id.size() > 200 || istarts_with(id, "mp:")) return {};
  for (const CodePoint point : CodePoints(id)) {
    if (is_space(point.value) || point.value < 0x20) return {};
  }
  return id;
}

}  // namespace

std::string_view element_attribute(const Tape& tape, uint32_t node, std::string_view name) {
  const uint32_t end = node + tape.nodes[node].size;
  for (uint32_t i = node + 1; i < end && tape.nodes[i].kind == NodeKind::attribute;
       i += tape.nodes[i].size) {
    const std::string_view text = tape.text_of(tape.nodes[i]);
    if (text.size() > name.size() && text[name.size()] == '=' &&
        iequals(text.substr(0, name.size()), name)) {
      return text.substr(name.size() + 1);
    }
  }
  return {};
}

std::vector<PageAnchor> assign_anchors(const View& view, std::span<const ShownSlice> slices) {
  std::vector<PageAnchor> anchors;
  UniqueIds ids;
  for (const ShownSlice& shown : slices) {
    if (shown.slice.count == 0) continue;
    const Tape& tape = view.tape(shown.tape);
    const uint32_t end = shown.slice.first + shown.slice.count;
    size_t cut = 0;
    for (uint32_t i = shown.slice.first; i < end; ++i) {
      while (cut < shown.skip.size() && shown.skip[cut].first + shown.skip[cut].count <= i) ++cut;
      if (cut < shown.skip.size() && shown.skip[cut].first <= i) {
        i = shown.skip[cut].first + shown.skip[cut].count - 1;
        continue;
      }
      const TapeNode& node = tape.nodes[i];
      if (node.kind == NodeKind::heading) {
        const std::string words = plain_text(tape, TapeSlice{i, node.size});
        anchors.push_back({shown.tape, i, ids.take(github_anchor(words)), {}});
      } else if (node.kind == NodeKind::element) {
        const std::string_view id = given_id(tape, i);
        if (!id.empty()) anchors.push_back({shown.tape, i, ids.take(std::string(id)), {}});
      }
    }
  }
  return anchors;
}

void add_written_anchors(const View& view, std::vector<PageAnchor>& anchors) {
  std::unordered_map<uint32_t, std::unordered_map<uint32_t, std::string>> headings;
  for (PageAnchor& anchor : anchors) {
    const Tape& tape = view.tape(anchor.tape);
    if (tape.nodes[anchor.node].kind != NodeKind::heading) {
      anchor.written = given_id(tape, anchor.node);
      continue;
    }
    auto [at, fresh] = headings.try_emplace(number(anchor.tape));
    if (fresh) {
      for (HeadingAnchor& heading : heading_anchors(tape)) {
        at->second.emplace(heading.node, std::move(heading.anchor));
      }
    }
    anchor.written = at->second[anchor.node];
  }
}

}  // namespace milepost
