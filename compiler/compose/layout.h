// Whether a site is many pages or one document.
#pragma once

#include <cstdint>

namespace milepost {

/// One page for each record and table, or everything on one page.
enum class SiteLayout : uint8_t { pages, document };

}  // namespace milepost
