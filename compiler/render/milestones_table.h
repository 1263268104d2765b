// The milestones and releases of the plan: committed, forecast, likely, reported and computed.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// A part of the plan page. A chance of the commitment only if enough of the path has a range;
/// else the part says how much has. Nothing without milestones.
void write_milestones_part(HtmlWriter& out, PageScope& scope);

}  // namespace milepost
