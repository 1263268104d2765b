// The entry of draw/: the pictures of a site.
#pragma once

#include "compose/outline.h"
#include "draw/drawings.h"

namespace milepost {

/// Every drawing of every page. Linear in the records that are drawn. The same outline gives the
/// same bytes.
Drawings draw_site(const Outline& outline);

}  // namespace milepost
