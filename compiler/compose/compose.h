// The entry of compose/: a View to the pages of a site.
#pragma once

#include <memory>

#include "compare/past.h"
#include "compose/layout.h"
#include "compose/outline.h"
#include "redact/view.h"

namespace milepost {

/// Total. Names depend on the View alone; of two that would collide on some file system the later
/// one gets a number. Linear in the View but for sorting the rows of each table. What
/// Milepost says on the pages is in `words`. `past`: what earlier versions tell; null: nothing
/// does, and then there are no pages of changes and trends.
Outline compose_site(View&& view, Words words, SiteLayout layout = SiteLayout::pages,
                     std::unique_ptr<const Past> past = nullptr);

}  // namespace milepost
