// All graphs of a site.
#pragma once

#include <vector>

#include "compose/outline.h"
#include "draw/drawings.h"
#include "draw/layout_workers.h"

namespace milepost {

enum class DrawTroubleKind : uint8_t {
  too_large,  // and nothing divides it
  expired,    // its layout took too long
  failed,     // its layout gave nothing
};

/// A drawing that is not there though one would look for it.
struct DrawTrouble {
  uint32_t page = kNoPage;
  DrawTroubleKind kind = DrawTroubleKind::failed;
};

/// Adds a drawing of the kept edges for each graph page and the page of dependencies, and one of
/// all edges where that is another. `troubles`: those that are not drawn; their tables stand in.
/// The troubles come in the order of the pages, those of layouts after the others.
void draw_graphs(const Outline& outline, const LayoutWorkers& workers,
                 std::vector<Drawing>& drawings, std::vector<DrawTrouble>& troubles);

}  // namespace milepost
