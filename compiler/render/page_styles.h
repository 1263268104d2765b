// Which style sheets a page has beside that of every page.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// Pages with a drawing of the plan have a style sheet and a script more than others.
bool shows_plan(const PageScope& scope);

/// `<link rel="stylesheet">` for each.
void write_style_links(HtmlWriter& out, const PageScope& scope);

}  // namespace milepost
