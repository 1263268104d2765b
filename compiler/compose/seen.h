// A part of a site that is made of less than the rest of it.
#pragma once

#include "compose/outline.h"

namespace milepost {

/// Gives what `seen` links to the paths that they have in `site`, which shows all that `seen` does.
/// Pages that `site` does not have are forgotten. Linear in both.
void lead_into(const Outline& site, Outline& seen);

}  // namespace milepost
