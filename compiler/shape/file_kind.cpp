// Decides the kind of a file record.
#include "shape/file_kind.h"

#include <algorithm>

#include "shape/decode.h"
#include "shape/draft.h"
#include "text/ascii.h"

namespace milepost {
namespace {

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

// A key that is exactly a kind's prefix, with a number: `CIP: 30`.
KindId kind_of_key(const FileWork& work, const YamlTree& front) {
  const Kinds& kinds = work.facts.kinds;
  KindId result = kNoKind;
  for_each_entry(front, 0, [&](uint32_t key, uint32_t value) {
    if (result != kNoKind) return;
    const std::string_view name = front.nodes[key].text;
    if (front.nodes[value].kind != YamlKind::scalar || !is_number(front.nodes[value].text)) return;
    const KindId kind = kinds.find_prefix(name);
    if (kind != kNoKind && kinds.kind(kind).prefix == name) result = kind;
  });
  return result;
}

KindId kind_of_id(const FileWork& work, const YamlTree& front) {
  const uint32_t node = front.find(0, "id");
  if (node == 0) return kNoKind;
  const std::string_view id = written_scalar(work, front, node).text;
  const std::size_t hyphen = id.find('-');
  return hyphen == std::string_view::npos ? kNoKind
                                          : work.facts.kinds.find_prefix(id.substr(0, hyphen));
}

}  // namespace

FileKind kind_of_file(FileWork& work, const Document& document, const Coverage& coverage) {
  const Kinds& kinds = work.facts.kinds;
  const bool has_front = !document.yaml.empty() && document.yaml.nodes[0].kind == YamlKind::mapping;
  FileKind result;
  if (const uint32_t node = has_front ? document.yaml.find(0, "kind") : 0; node != 0) {
    const Written word = written_scalar(work, document.yaml, node);
    if (iequals(word.text, "page")) return {};
    result.kind = kinds.find_kind(word.text);
    result.explicit_kind = result.kind != kNoKind;
    if (result.kind == kNoKind && !word.text.empty()) say_unknown_kind(work, word);
  }
  if (result.kind == kNoKind && coverage.page) return {};
  const PathId path = path_id(kinds, work.source.path());
  if (result.kind == kNoKind) result.kind = coverage.kind;
  if (result.kind == kNoKind && !coverage.raid && has_front) {
    result.kind = kind_of_key(work, document.yaml);
    if (result.kind == kNoKind) result.kind = kind_of_id(work, document.yaml);
  }
  if (result.kind == kNoKind) result.kind = path.kind;
  if (result.kind == kNoKind) return {};
  if (kinds.kind(result.kind).name == "page") return {};
  const bool fits = path.prefix.empty() || path.kind == kNoKind ||
                    kinds.is(result.kind, path.kind) || kinds.is(path.kind, result.kind);
  if (fits) result.path = path;
  return result;
}

}  // namespace milepost
