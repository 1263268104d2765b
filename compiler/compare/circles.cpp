// Takes away what waits for nothing and what nothing waits for, until nothing more goes.
#include "compare/circles.h"

#include <cstdint>
#include <string_view>

namespace milepost {
namespace {

struct Waits {
  std::vector<uint32_t> begin, to;
};

Waits waits_of(const View& view, bool turned) {
  std::vector<std::pair<uint32_t, uint32_t>> pairs;
  for (const ViewLink& link : view.links) {
    if (link.mention) continue;
    const std::string_view type = view.link_types[link.type].name;
    uint32_t from = number(link.from);
    uint32_t to = number(link.to);
    if (type == "delivers" || type == "blocks") {
      std::swap(from, to);
    } else if (type != "depends_on") {
      continue;
    }
    if (turned) std::swap(from, to);
    pairs.emplace_back(from, to);
  }
  Waits waits;
  waits.begin.assign(view.records.size() + 1, 0);
  for (const auto& [from, to] : pairs) ++waits.begin[from + 1];
  for (size_t i = 1; i < waits.begin.size(); ++i) waits.begin[i] += waits.begin[i - 1];
  waits.to.resize(pairs.size());
  std::vector<uint32_t> next = waits.begin;
  for (const auto& [from, to] : pairs) waits.to[next[from]++] = to;
  return waits;
}

// What no longer has an edge into it goes, and its own edges with it.
void peel(const Waits& waits, std::vector<bool>& left) {
  std::vector<uint32_t> held(left.size(), 0);
  for (uint32_t i = 0; i < left.size(); ++i) {
    if (!left[i]) continue;
    for (uint32_t at = waits.begin[i]; at < waits.begin[i + 1]; ++at) ++held[waits.to[at]];
  }
  std::vector<uint32_t> free;
  for (uint32_t i = 0; i < left.size(); ++i) {
    if (left[i] && held[i] == 0) free.push_back(i);
  }
  while (!free.empty()) {
    const uint32_t one = free.back();
    free.pop_back();
    left[one] = false;
    for (uint32_t at = waits.begin[one]; at < waits.begin[one + 1]; ++at) {
      const uint32_t to = waits.to[at];
      if (left[to] && --held[to] == 0) free.push_back(to);
    }
  }
}

}  // namespace

std::vector<bool> in_circles(const View& view) {
  std::vector<bool> left(view.records.size(), true);
  peel(waits_of(view, false), left);
  peel(waits_of(view, true), left);
  return left;
}

}  // namespace milepost
