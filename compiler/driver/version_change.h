// Whether a version shows anything to its readers that the one before it did not.
#pragma once

#include <string>

#include "driver/site_build.h"
#include "redact/view.h"

namespace milepost {

/// In short what the site of a View is, every page, file and picture of it: two have the same if no
/// reader can tell one site from the other. Of Views that are of one day and are called the same,
/// what differs is what their programs say, and nothing that follows from the day. The View comes
/// back as it was. As much work as the site, but for writing it.
std::string digest_of_site(View& view, const SiteTools& tools);

}  // namespace milepost
