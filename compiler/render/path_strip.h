// The critical path as a strip: a bar for each step, as wide as it is long.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// False if there is no target or fewer than two steps to it are open.
bool has_path(const View& view);

/// An ordered list of the open steps to the target, which is its own text alternative: name, id,
/// owner, dates, state. A double line is what somebody outside delivers. Steps that a line cannot
/// hold go on in the next.
void write_path_strip(HtmlWriter& out, const PageScope& scope);

/// "15 working days, widths to scale": from as-of to the target; to scale only if all steps have
/// room for their names.
void write_path_length(HtmlWriter& out, const PageScope& scope);

/// Both with a heading, as a part of a page. Nothing without a path.
void write_path_part(HtmlWriter& out, const PageScope& scope);

}  // namespace milepost
