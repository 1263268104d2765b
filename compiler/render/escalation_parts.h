// What blockers, escalations and decisions tell on more than one page: age, path, what is held up.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "compose/cycle_time.h"
#include "compose/downstream.h"
#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// "3 working days old", while it is open and says since when; else nothing.
void say_age(HtmlWriter& out, const PageScope& scope, const ViewRecord& record);

/// The steps of an open blocker's path in their order: who was told, who is next and by when.
/// Nothing if its level has no path.
void write_path(HtmlWriter& out, const PageScope& scope, ViewRecordId id);

/// Milestones and releases with their day and the room before they move; at most `most`, then how
/// many more.
void write_held(HtmlWriter& out, const PageScope& scope, std::span<const HeldMilestone> held,
                size_t most = 6);

/// "2.5", or "2,5" where the language of the site writes so.
std::string tenths_words(const PageScope& scope, int64_t tenths);

/// The findings by which the facts ask for an escalation, each with whom to ask and the command
/// that begins it; nothing if there are none.
void write_asks(HtmlWriter& out, const PageScope& scope);

/// What each severity asks: how fast, and to whom.
void write_escalation_rules(HtmlWriter& out, const PageScope& scope);

/// How long the decisions of a kind took from request to decision, against the program's target;
/// nothing if none says when it was asked for.
void write_decision_figures(HtmlWriter& out, const PageScope& scope, ViewKindId kind);

// Sections of the pages of records; nothing for other kinds.

/// Of an open blocker: its path, and what it holds up.
void write_blocker_part(HtmlWriter& out, const PageScope& scope, ViewRecordId id);
/// Of an escalation: what waits for it.
void write_escalation_part(HtmlWriter& out, const PageScope& scope, ViewRecordId id);
/// Of a decision: what rests on it.
void write_decision_part(HtmlWriter& out, PageScope& scope, ViewRecordId id);
/// What belongs beside the state of each: the clock, the age, whose turn it is, how long it took.
void write_turn(HtmlWriter& out, PageScope& scope, ViewRecordId id);

}  // namespace milepost
