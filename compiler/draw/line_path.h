// A line with level and upright parts as a path with rounded corners.
#pragma once

#include <span>

#include "draw/graph_placement.h"
#include "markup/html.h"

namespace milepost {

/// ` d="M…"`. At least two points; neighbours differ in x or in y, not in both.
void write_line_path(HtmlWriter& out, std::span<const Point> points);

}  // namespace milepost
