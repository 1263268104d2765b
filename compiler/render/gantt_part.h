// The Gantt: its lines in words beside their drawings.
#pragma once

#include "compose/gantt.h"
#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// The legend, the calendar, a group for each workstream and a row for each item: its state, name,
/// id and finish beside its bar, and in words what the bar shows. Groups fold; so do items that
/// were done before the window and those that begin after it. Nothing without rows.
void write_gantt(HtmlWriter& out, const PageScope& scope, const Gantt& gantt);

}  // namespace milepost
