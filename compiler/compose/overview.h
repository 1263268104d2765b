// What the first page picks out of a program.
#pragma once

#include "compose/outline.h"
#include "redact/view.h"

namespace milepost {

/// One pass over the records and a sort of what was picked. `readme` is filled in by compose_site.
Overview make_overview(const View& view);

}  // namespace milepost
