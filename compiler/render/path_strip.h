// The critical path as a strip: a bar for each step, as wide as it is long.
#pragma once

#include <span>

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// Head and list, as a part of its page: "Critical path to GA", its length in working days, and an
/// ordered list of the open steps, which is its own text alternative: name, id, owner, dates,
/// state; a double line is what somebody outside delivers. Steps of a longer path than a line holds
/// wrap. Nothing without a path. `more` links to the page of the critical path.
void write_path_strip(HtmlWriter& out, const PageScope& scope, bool more);

/// The list alone, of the open steps of any path.
void write_path_list(HtmlWriter& out, const PageScope& scope, std::span<const ViewRecordId> path);

}  // namespace milepost
