// What pages say of a change request and of an incident beside their fields.
#pragma once

#include "markup/html.h"
#include "redact/view_control.h"
#include "render/page_scope.h"

namespace milepost {

/// True of a field that the parts below show, so that the page does not show it again.
bool is_told_by_control(const View& view, ViewRecordId id, const ViewField& field);

/// Of the page of a change, each a section: what it moves; who has to agree and has, and what was
/// assessed. Nothing for what the change does not have.
void write_change_moves(HtmlWriter& out, PageScope& scope, const ViewChange& change);
void write_change_answers(HtmlWriter& out, PageScope& scope, const ViewChange& change);

/// "Agreed", "Refused", "Waiting" or "Not asked yet" with its shape; an agreement of somebody who
/// does not hold the role has none of those that count.
void write_approval_state(HtmlWriter& out, const PageScope& scope, const ViewChangeApproval& one);
/// A person as a link, or the words that were written for one; nothing for nobody.
void write_who(HtmlWriter& out, const PageScope& scope, const ViewWho& who);
/// "~~5 Jun~~ **19 Jun** +10 d"; what is no day as it was written.
void write_move_values(HtmlWriter& out, const PageScope& scope, const ViewChangeMove& move);
/// "done", "not yet" or what the record has instead.
void write_move_state(HtmlWriter& out, const PageScope& scope, const ViewChangeMove& move);

/// Of the page of an incident, above its text: times beside the agreed ones, and how much of the
/// post-mortem is there.
void write_incident_times(HtmlWriter& out, PageScope& scope, const ViewIncident& incident);
/// Below its text: the timeline and what became of its actions.
void write_incident_part(HtmlWriter& out, PageScope& scope, const ViewIncident& incident);

/// "in time", "13 min too late", "until 12:13": one step beside its limit; nothing without one.
void write_step_state(HtmlWriter& out, const PageScope& scope, const ViewIncidentClock& clock);

}  // namespace milepost
