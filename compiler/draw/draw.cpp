// The list of all drawings.
#include "draw/draw.h"

#include <utility>
#include <vector>

namespace milepost {

Drawings draw_site(const Outline& outline) {
  std::vector<Drawing> drawings;
  for (uint32_t page = 0; page < outline.pages.size(); ++page) {
    switch (outline.pages[page].kind) {
      default:
        break;
    }
  }
  return Drawings(std::move(drawings));
}

}  // namespace milepost
