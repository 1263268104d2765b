// How a link is meant, in words: "start to start, +3 d", "by 2 d to 6 d".
#pragma once

#include <string>

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// Nothing if the detail is empty.
void write_link_detail(HtmlWriter& out, const PageScope& scope, const ViewLinkDetail& detail);

/// The same in English with durations as the sources spell them, for data: "start to start, +3d".
std::string link_detail_text(const View& view, const ViewLinkDetail& detail);

}  // namespace milepost
