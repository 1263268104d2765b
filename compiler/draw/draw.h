// The entry of draw/: the pictures of a site.
#pragma once

#include "compose/outline.h"
#include "draw/drawings.h"
#include "draw/graphs.h"

namespace milepost {

struct DrawOptions {
  LayoutWorkers workers;  // without a program no graph is drawn
};

/// Every drawing of every page. Linear in the records that are drawn. The same outline gives the
/// same bytes, but for `troubles`: drawings that could not be made.
Drawings draw_site(const Outline& outline, const DrawOptions& options,
                   std::vector<DrawTrouble>& troubles);
/// The same without the drawings that need a process of their own.
Drawings draw_site(const Outline& outline);

}  // namespace milepost
