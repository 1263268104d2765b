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

const Drawing* Drawings::at(uint32_t page, DrawingKind kind) const {
  const auto at = std::ranges::lower_bound(all_, std::tuple(page, kind), {}, place);
  return at == all_.end() || place(*at) != std::tuple(page, kind) ? nullptr : &*at;
}

const Html* Drawings::find(uint32_t page, DrawingKind kind) const {
  const Drawing* drawing = at(page, kind);
  return drawing == nullptr ? nullptr : &drawing->svg;
}

std::span<const Html> Drawings::lines(uint32_t page, DrawingKind kind) const {
  const Drawing* drawing = at(page, kind);
  if (drawing == nullptr) return {};
  return drawing->lines;
}

}  // namespace milepost
