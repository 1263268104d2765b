// Finds gates and sets by the words people use for them.
#include "shape/gate_templates.h"

#include <algorithm>

#include "text/words.h"

namespace milepost {

const GateTemplate* GateLibrary::gate(std::string_view word) const {
  const std::string wanted = normalize_label(word);
  if (wanted.empty()) return nullptr;
  const auto is = [&](std::string_view name) { return normalize_label(name) == wanted; };
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
    if (normalize_label(set.key) == wanted) return &set;
  }
  return nullptr;
}

}  // namespace milepost
