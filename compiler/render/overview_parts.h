// The parts of the first page below the verdict.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "markup/html.h"
#include "render/page_scope.h"
#include "render/page_writers.h"

namespace milepost {

/// "As of Mon 1 Jun 2026", the one date that has its year whatever it is.
void write_as_of(HtmlWriter& out, const PageScope& scope);
/// "Last report Week 21 by Dana Okafor, Fri 29 May"; nothing for none, or one without a day.
void write_last_report(HtmlWriter& out, const PageScope& scope, ViewRecordId report);

/// Open decisions, escalations and changes: by when, from whom, what is recommended. Those after
/// the first `most` fold away.
void write_asks(HtmlWriter& out, PageScope& scope, std::span<const ViewRecordId> ids, size_t most);

/// A change log: a verb and what it is true of, one or two of each. The others are told as a
/// number, which leads to the table of changes on the page `rest`, if it is one.
void write_recent(HtmlWriter& out, PageScope& scope, std::span<const ChangeEntry> entries,
                  uint32_t rest);
/// Those it does not name as a table, one row a change; nothing if it names all.
void write_changes(HtmlWriter& out, PageScope& scope);

/// Of a record that is done with a due date and a day it was finished: "as planned", or the planned
/// day struck out and how many working days later it was.
void write_met(HtmlWriter& out, const PageScope& scope, const ViewRecord& record);

/// The milestones around the as-of date as an ordered list; nothing if there is none with a date.
void write_milestone_strip(HtmlWriter& out, const PageScope& scope);
/// Of some of them, in order of date.
void write_milestone_strip(HtmlWriter& out, const PageScope& scope,
                           std::span<const ViewRecordId> milestones);
/// Open blockers, or work that is blocked: what it blocks, who has it, the clock of the answer. The
/// name as in DataTableHead.
void write_blocker_table(HtmlWriter& out, PageScope& scope, std::span<const ViewRecordId> ids,
                         std::string_view name);
/// "3 working days late", with its shape.
void write_days_late(HtmlWriter& out, const PageScope& scope, Date due);

/// Sets the slots of everything from the milestones down.
void write_overview_parts(PageSlots& slots, PageScope& scope);

}  // namespace milepost
