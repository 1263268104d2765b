// The day of a launch in order of time, when to go back, who stands by, and what came after.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// The plan as a timetable, a heading for each day. `boxes`: a box to tick and a line for the time
/// in each row. Nothing without steps.
void write_launch_table(HtmlWriter& out, const PageScope& scope, const ViewLaunchPlan& plan,
                        bool boxes);

/// What makes one go back, as a list; nothing for none.
void write_rollback_list(HtmlWriter& out, const ViewLaunchPlan& plan);
/// Where people meet, and who stands by as what and when; nothing for none.
void write_war_room(HtmlWriter& out, const PageScope& scope, const ViewLaunchPlan& plan);

/// All three as parts of the page of a release.
void write_launch(HtmlWriter& out, const PageScope& scope, const ViewReadiness& ready);
/// Figures against their targets, incidents and lessons that the release is linked to, hand-over.
void write_after_launch(HtmlWriter& out, PageScope& scope, const ViewReadiness& ready);

}  // namespace milepost
