// What the schedule says of a record, on its own page.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// More entries of its list of facts: when it is, where its fields do not say so; how long it takes
/// and how much float it has, what it waits for the longest and what it would move. Nothing for a
/// record that is not in the plan, or of which nothing says when.
void write_when(HtmlWriter& out, const PageScope& scope, ViewRecordId id);

/// "The facts say: off track, 2 working days later than the committed Tue 14 Jul." for the line of
/// states: of open work whose computed health is bad, or not what is reported.
void write_computed_health(HtmlWriter& out, const PageScope& scope, ViewRecordId id);

}  // namespace milepost
