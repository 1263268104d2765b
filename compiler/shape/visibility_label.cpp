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

// `Visibility: internal`, and `visibility = "internal"` as in TOML.
std::optional<LabelLine> line_of(const Written& line) {
  const std::size_t equals = line.text.find('=');
  if (equals == std::string_view::npos) return label_line(line);
  Written value = trimmed(piece(line, equals + 1, line.text.size() - equals - 1));
  if (value.text.size() >= 2 && (value.text[0] == '"' || value.text[0] == '\'')) {
    value = piece(value, 1, value.text.size() - 2);
  }
  return LabelLine{trimmed(piece(line, 0, equals)), value};
}

void add_label(std::string_view& label, std::string_view said) {
  if (!said.empty()) label = label.empty() ? said : both_labels(label, said);
}

// The label that the lines of a block say, each of them of the form `**Visibility:** internal`.
void add_lines(FileWork& work, const Written& block, Written& label) {
  for (std::size_t begin = 0; begin < block.text.size();) {
    std::size_t end = block.text.find_first_of("\r\n", begin);
    if (end == std::string_view::npos) end = block.text.size();
    const Written whole = trimmed(piece(block, begin, end - begin));
    begin = end + 1;
    const std::size_t marks = std::min(whole.text.find_first_not_of('#'), whole.text.size());
    const std::optional<LabelLine> line = line_of(trimmed(piece(whole, whole.text.substr(marks))));
    if (!line || !is_label_key(work.facts.kinds, line->label.text)) continue;
    add_label(label.text, kept_label(work, without_emphasis(line->value).text));
    label.span = line->value.span;
  }
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

Written label_of_body(FileWork& work, const Tape& tape, const BodyBlocks& blocks) {
  Written label;
  uint32_t headings = 0;
  for (const BodyBlock& block : blocks.blocks) {
    const NodeKind kind = tape.nodes[block.node].kind;
    if (kind == NodeKind::heading) ++headings;
    const bool lead = headings < 2 && (kind == NodeKind::paragraph || kind == NodeKind::list);
    if (!block.region.empty() || (kind != NodeKind::heading && !lead)) continue;
    add_lines(work, written_node(work, tape, block.node), label);
  }
  return label;
}

std::string_view label_of_page(FileWork& work, const Document& document, const BodyBlocks& blocks) {
  std::string_view label = label_of_body(work, document.body, blocks).text;
  const YamlTree& front = document.yaml;
  if (!front.empty() && front.nodes[0].kind == YamlKind::mapping) {
    for_each_entry(front, 0, [&](uint32_t key, uint32_t value) {
      if (!is_label_key(work.facts.kinds, front.nodes[key].text)) return;
      add_label(label, kept_label(work, written_label(work, front, value).text));
    });
  }
  return label;
}

}  // namespace milepost
