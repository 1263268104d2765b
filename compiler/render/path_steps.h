// The steps of the critical path one by one, and the work that is near it.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// A table of the open steps: dates, length and where it comes from, why it is then and not
/// earlier, who answers for it, its state.
void write_path_steps(HtmlWriter& out, PageScope& scope);

/// A table of open work with little float, the least first.
void write_near_path(HtmlWriter& out, PageScope& scope);

}  // namespace milepost
