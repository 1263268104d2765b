// What is said of a plan before it is shown: what drives the target, and what the plan leaves open.
#pragma once

#include <vector>

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// "As of Tue 2 Jun 2026 · 34 of 40 path items estimated".
void write_plan_meta(HtmlWriter& out, const PageScope& scope);

/// One paragraph: the target, its date, the chain that drives it, and how near other work is.
void write_path_sentence(HtmlWriter& out, const PageScope& scope);

/// What nobody has said: dates, estimates, links, owners, each with the work it is true of. Nothing
/// if all is said.
void write_plan_gaps(HtmlWriter& out, const PageScope& scope);

/// The chain to the target without what is done and without the target.
std::vector<ViewRecordId> open_path(const View& view);

}  // namespace milepost
