// Sentences about changes as HTML.
#pragma once

#include "compose/change_report.h"
#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// What was is struck out, what is now is bold; titles and ids lead to their records.
void write_change_line(HtmlWriter& out, const PageScope& scope, const ChangeLine& line);

}  // namespace milepost
