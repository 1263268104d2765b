// The parts of the first page below the verdict.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"
#include "render/page_writers.h"

namespace milepost {

/// Open decisions, escalations and changes: by when, from whom, what is recommended.
void write_asks(HtmlWriter& out, PageScope& scope);

/// The change log of the last week: a verb and what it is true of.
void write_recent(HtmlWriter& out, PageScope& scope);
/// Those it does not name as a table, one row a change; nothing if it names all.
void write_changes(HtmlWriter& out, PageScope& scope);

/// Of a record that is done with a due date and a day it was finished: "as planned", or the planned
/// day struck out and how many working days later it was.
void write_met(HtmlWriter& out, const PageScope& scope, const ViewRecord& record);

/// The milestones around the as-of date as an ordered list; nothing if there is none with a date.
void write_milestone_strip(HtmlWriter& out, const PageScope& scope);
/// "3 working days late", with its shape.
void write_days_late(HtmlWriter& out, const PageScope& scope, Date due);

/// Sets the slots of everything from the milestones down.
void write_overview_parts(PageSlots& slots, PageScope& scope);

}  // namespace milepost
