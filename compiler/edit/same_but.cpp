// Compares YAML trees by what they say.
#include "edit/same_but.h"

#include <utility>
#include <vector>

namespace milepost {
namespace {

using Entry = std::pair<uint32_t, uint32_t>;

std::vector<Entry> entries_of(const YamlTree& tree, uint32_t mapping, std::string_view without) {
  std::vector<Entry> entries;
  for_each_entry(tree, mapping, [&](uint32_t key, uint32_t value) {
    if (tree.nodes[key].text != without) entries.emplace_back(key, value);
  });
  return entries;
}

// Mappings are no deeper than the parser allows.
class Comparison {
 public:
  Comparison(const YamlTree& a, const YamlTree& b, uint32_t mapping, std::string_view key)
      : a_(a), b_(b), mapping_(mapping), key_(key) {}

  bool same(uint32_t i, uint32_t j) const {
    const YamlNode& x = a_.nodes[i];
    const YamlNode& y = b_.nodes[j];
    if (x.kind != y.kind) return false;
    switch (x.kind) {
      case YamlKind::null:
        return true;
      case YamlKind::scalar:
        return x.text == y.text;
      case YamlKind::sequence:
        return same_items(i, j);
      case YamlKind::mapping:
        return same_entries(i, j);
    }
    return false;
  }

 private:
  bool same_items(uint32_t i, uint32_t j) const {
    uint32_t k = i + 1;
    uint32_t l = j + 1;
    while (k < a_.after(i) && l < b_.after(j)) {
      if (!same(k, l)) return false;
      k = a_.after(k);
      l = b_.after(l);
    }
    return k == a_.after(i) && l == b_.after(j);
  }

  bool same_entries(uint32_t i, uint32_t j) const {
    const bool is_it = i == mapping_;
    const std::vector<Entry> left = entries_of(a_, i, is_it ? key_ : std::string_view());
    const std::vector<Entry> right = entries_of(b_, j, is_it ? key_ : std::string_view());
    if (left.size() != right.size()) return false;
    for (size_t n = 0; n < left.size(); ++n) {
      if (a_.nodes[left[n].first].text != b_.nodes[right[n].first].text) return false;
      if (!same(left[n].second, right[n].second)) return false;
    }
    return true;
  }

  const YamlTree& a_;
  const YamlTree& b_;
  uint32_t mapping_;
  std::string_view key_;
};

constexpr uint32_t kNone = 0xFFFFFFFF;

}  // namespace

bool same_but(const YamlTree& before, const YamlTree& after, uint32_t mapping,
              std::string_view key) {
  if (before.empty() || after.empty()) return before.empty();
  return Comparison(before, after, mapping, key).same(0, 0);
}

bool same_value(const YamlTree& a, uint32_t i, const YamlTree& b, uint32_t j) {
  return Comparison(a, b, kNone, {}).same(i, j);
}

}  // namespace milepost
