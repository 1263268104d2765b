// The neighbourhood of a record: three columns and the lines between them.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// A section of lists with links, and lines for the eye; at most 6 KB. Nothing for a record with
/// fewer than two neighbours. Phones hide it: the links in words say the same.
void write_neighbourhood(HtmlWriter& out, const PageScope& scope, ViewRecordId record);

}  // namespace milepost
