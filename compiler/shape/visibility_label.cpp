// Reads labels where they stand: in YAML, in the front matter and the first lines of a page.
#include "shape/visibility_label.h"

#include <algorithm>
#include <optional>
#include <string>

#include "shape/decode.h"
#include "shape/label_line.h"
#include "shape/unset.h"
#include "text/ascii.h"
#include "text/edit_distance.h"

namespace milepost {
namespace {

// How far a label hides; -1 for one of the program's own, and for what is none.
int rank_of(std::string_view label) {
  if (label == "public") return 0;
  if (label == "internal") return 1;
  if (label == "restricted") return 2;
  return -1;
}

constexpr std::string_view kKey = "visibility";

// The label that the lines of a block say, each of them of the form `**Visibility:** internal`.
std::string_view label_of_lines(FileWork& work, const Written& block, std::string_view label) {
  for (std::size_t begin = 0; begin < block.text.size();) {
    std::size_t end = block.text.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) end = block.text.size();
    const std::optional<LabelLine> line = label_line(trimmed(piece(block, begin, end - begin)));
    begin = end + 1;
    if (!line || !is_label_key(work.facts.kinds, line->label.text)) continue;
    const std::string_view said = kept_label(work, without_emphasis(line->value).text);
    if (!said.empty()) label = label.empty() ? said : both_labels(label, said);
  }
  return label;
}

}  // namespace

bool is_label_key(const Kinds& kinds, std::string_view key) {
  const FieldId field = kinds.find_field(KindId{0}, key);
  if (field != kNoField) return kinds.field(field).role == Role::visibility;
  return key.size() + 2 >= kKey.size() && edit_distance(ascii_lower(key), kKey, 2).has_value();
}

Written written_label(const FileWork& work, const YamlTree& tree, uint32_t node) {
  if (tree.nodes[node].kind == YamlKind::scalar) return written_scalar(work, tree, node);
  if (tree.nodes[node].kind == YamlKind::null) return {};
  const Written source = written_source(work, tree.nodes[node]);
  return trimmed(piece(source, 0, std::min(source.text.find('\n'), source.text.size())));
}

std::string_view kept_label(FileWork& work, std::string_view text) {
  if (text.empty() || unset_word(text) == Unset::empty) return {};
  const std::string label = ascii_lower(text);
  return rank_of(label) < 0 ? work.lasting(text) : work.strings.keep(label);
}

std::string_view both_labels(std::string_view a, std::string_view b) {
  if (a == b || b == "public") return a;
  if (a == "public") return b;
  if (rank_of(a) < 0 || rank_of(b) < 0) return "restricted";
  return rank_of(a) < rank_of(b) ? b : a;
}

uint32_t file_label_node(const Kinds& kinds, const YamlTree& tree, uint32_t mapping) {
  uint32_t found = 0;
  for_each_entry(tree, mapping, [&](uint32_t key, uint32_t value) {
    if (found == 0 && is_label_key(kinds, tree.nodes[key].text)) found = value;
  });
  return found;
}

std::string_view label_of_page(FileWork& work, const Document& document, const BodyBlocks& blocks) {
  std::string_view label;
  const YamlTree& front = document.yaml;
  if (!front.empty() && front.nodes[0].kind == YamlKind::mapping) {
    for_each_entry(front, 0, [&](uint32_t key, uint32_t value) {
      if (!is_label_key(work.facts.kinds, front.nodes[key].text)) return;
      const std::string_view said = kept_label(work, written_label(work, front, value).text);
      if (!said.empty()) label = label.empty() ? said : both_labels(label, said);
    });
  }
  bool titled = false;
  for (const BodyBlock& block : blocks.blocks) {
    const NodeKind kind = document.body.nodes[block.node].kind;
    if (kind == NodeKind::heading) {
      if (titled) break;
      titled = true;
    }
    if (!block.region.empty() || (kind != NodeKind::paragraph && kind != NodeKind::list)) continue;
    label = label_of_lines(work, written_node(work, document.body, block.node), label);
  }
  return label;
}

}  // namespace milepost
