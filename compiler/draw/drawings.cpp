// Finds drawings by page and kind.
#include "draw/drawings.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace milepost {
namespace {

auto place(const Drawing& drawing) {
  return std::tuple(drawing.page, drawing.kind);
}

}  // namespace

Drawings::Drawings(std::vector<Drawing> all) : all_(std::move(all)) {
  std::ranges::stable_sort(all_, {}, place);
}

const Html* Drawings::find(uint32_t page, DrawingKind kind) const {
  const auto at = std::ranges::lower_bound(all_, std::tuple(page, kind), {}, place);
  if (at == all_.end() || place(*at) != std::tuple(page, kind)) return nullptr;
  return &at->svg;
}

}  // namespace milepost
