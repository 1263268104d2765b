// Finds gates and sets by the words people use for them.
#include "shape/gate_templates.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

// True if normalize_label(word) is `wanted`. Words of the library are nearly normal already, so
// that one look at their letters is enough.
bool is_label(std::string_view word, std::string_view wanted) {
  std::size_t at = 0;
  for (; at < word.size(); ++at) {
    const char c = word[at];
    const bool plain = is_ascii_alnum(c);
    const bool gap =
        (c == '-' || c == ' ') && at > 0 && at + 1 < word.size() && is_ascii_alnum(word[at - 1]);
    if (!plain && !gap) return normalize_label(word) == wanted;
    const char normal = plain ? ascii_lower(c) : ' ';
    if (at >= wanted.size() || wanted[at] != normal) return false;
  }
  return at == wanted.size();
}

}  // namespace

const GateTemplate* GateLibrary::gate(std::string_view word) const {
  const std::string wanted = normalize_label(word);
  if (wanted.empty()) return nullptr;
  const auto is = [&](std::string_view name) { return is_label(name, wanted); };
  for (const GateTemplate& gate : gates) {
    if (is(gate.key) || is(gate.title)) return &gate;
  }
  for (const GateTemplate& gate : gates) {
    if (std::any_of(gate.synonyms.begin(), gate.synonyms.end(), is)) return &gate;
  }
  return nullptr;
}

const GateSet* GateLibrary::set(std::string_view word) const {
  const std::string wanted = normalize_label(word);
  for (const GateSet& set : sets) {
    if (is_label(set.key, wanted)) return &set;
  }
  return nullptr;
}

}  // namespace milepost
