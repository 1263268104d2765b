// Finds the field whose words begin a status line.
#include "shape/status_relation.h"

#include <vector>

#include "shape/record_id.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

// True if a link or an id begins the text.
bool begins_reference(const Kinds& kinds, std::string_view text) {
  if (text.starts_with("[[")) return true;
  if (text.starts_with('['))
    return text.find("](") != std::string_view::npos || text.find(']') != std::string_view::npos;
  if (text.starts_with('#')) text.remove_prefix(1);
  std::string_view word = text.substr(0, id_length(text));
  while (!word.empty() && !is_ascii_alnum(word.back())) word.remove_suffix(1);
  if (looks_like_id(kinds, word)) return true;
  // `ADR 12`
  if (word.empty() || kinds.find_prefix(word) == kNoKind || word.size() + 1 >= text.size()) {
    return false;
  }
  return text[word.size()] == ' ' && is_ascii_digit(text[word.size() + 1]);
}

}  // namespace

std::optional<StatusRelation> status_relation(const Kinds& kinds, KindId kind,
                                              const Written& line) {
  const Written text = trimmed(line);
  std::vector<std::size_t> ends;
  for (std::size_t i = 1; i < text.text.size() && ends.size() < 4; ++i) {
    const char c = text.text[i];
    if (c == '(' || c == '[') break;
    if ((c == ' ' || c == ':') && text.text[i - 1] != ' ' && text.text[i - 1] != ':') {
      ends.push_back(i);
    }
  }
  for (auto end = ends.rbegin(); end != ends.rend(); ++end) {
    const FieldId id = kinds.find_field(kind, text.text.substr(0, *end));
    if (id == kNoField || kinds.field(id).type != ValueType::ref) continue;
    Written rest = trimmed(piece(text, *end, text.text.size() - *end));
    if (rest.text.starts_with(':')) rest = trimmed(piece(rest, 1, rest.text.size() - 1));
    if (!begins_reference(kinds, rest.text)) return std::nullopt;
    return StatusRelation{id, rest};
  }
  return std::nullopt;
}

}  // namespace milepost
