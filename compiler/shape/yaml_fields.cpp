// The entries of a YAML mapping as the fields of a draft: of front matter and of YAML files.
#include <fmt/format.h>

#include <algorithm>

#include "shape/decode.h"
#include "shape/draft.h"
#include "text/ascii.h"

namespace milepost {
namespace {

// `CIP: 30` says the id of a record of the kind whose prefix or alias is CIP.
bool is_id_key(const Kind& kind, std::string_view key) {
  return key == kind.prefix ||
         std::any_of(kind.aliases.begin(), kind.aliases.end(), [&](const std::string& alias) {
           return alias == key || ascii_upper(alias) == key;
         });
}

std::string_view without_zeros(std::string_view digits) {
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

// True if both ids have the same prefix and the same number, whatever zeros they have.
bool same_number(std::string_view a, std::string_view b) {
  const std::size_t hyphen_a = a.rfind('-');
  const std::size_t hyphen_b = b.rfind('-');
  if (hyphen_a == std::string_view::npos || hyphen_b == std::string_view::npos) return false;
  return iequals(a.substr(0, hyphen_a), b.substr(0, hyphen_b)) &&
         without_zeros(a.substr(hyphen_a + 1)) == without_zeros(b.substr(hyphen_b + 1));
}

bool take_id_key(FileWork& work, const YamlTree& tree, uint32_t key, uint32_t value, Draft& draft) {
  const Kind& kind = work.facts.kinds.kind(draft.kind);
  if (tree.nodes[value].kind != YamlKind::scalar || !is_id_key(kind, tree.nodes[key].text)) {
    return false;
  }
  const Written number = written_scalar(work, tree, value);
  if (!std::all_of(number.text.begin(), number.text.end(), is_ascii_digit)) return false;
  const std::string id = fmt::format("{}-{}", kind.prefix, number.text);
  if (!is_canonical_id(id)) return false;
  // CIP-0030/README.md with `CIP: 30`: the folder shows how the number is written.
  const bool agrees = same_number(id, draft.id.written.text);
  if (!agrees) draft.id.written.text = work.strings.keep(id);
  draft.id.written.span = number.span;
  draft.id.origin = IdOrigin::key;
  return true;
}

}  // namespace

uint32_t add_yaml_fields(FileWork& work, const YamlTree& tree, uint32_t mapping, Draft& draft) {
  const Kinds& kinds = work.facts.kinds;
  uint32_t body = 0;
  for_each_entry(tree, mapping, [&](uint32_t key, uint32_t value) {
    const YamlNode& name = tree.nodes[key];
    if (name.text == "kind" || name.text == "scale") return;
    DraftField field;
    field.key = name.text;
    field.key_span = name.span;
    field.tree = &tree;
    field.node = value;
    field.field = kinds.find_field(draft.kind, name.text);
    // The kind's own name is the title's, too (`Risk: …`); with a number it is the id.
    if (field.field == kNoField || kinds.field(field.field).role == Role::title) {
      if (take_id_key(work, tree, key, value, draft)) return;
    }
    if (field.field == kNoField) {
      if (name.text == "body" && tree.nodes[value].kind == YamlKind::scalar) {
        body = value;
        return;
      }
    }
    draft.fields.push_back(field);
  });
  return body;
}

int level_scale_of(const FileWork& work, const YamlTree& tree, uint32_t mapping, int otherwise) {
  const uint32_t node = tree.find(mapping, "scale");
  if (node == 0) return otherwise;
  const std::string_view text = written_scalar(work, tree, node).text;
  std::size_t begin = text.size();
  while (begin > 0 && is_ascii_digit(text[begin - 1])) --begin;
  int scale = 0;
  for (const char c : text.substr(begin)) {
    if (scale > 100) return otherwise;
    scale = scale * 10 + (c - '0');
  }
  return scale >= 3 && scale <= 100 ? scale : otherwise;
}

}  // namespace milepost
