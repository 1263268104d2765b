// What stands above the tables of the logs that have a page of their own.
#pragma once

#include <cstdint>
#include <string_view>

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// Dispatches by the family of the kind: RAID (raid_lead.h), blockers, escalations, changes,
/// incidents, releases; nothing for others.
void write_kind_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind);

// Each writes its open records in full, the most pressing first, and how many more there are; the
// table under it has them all.
void write_blocker_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind);
void write_escalation_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind);
void write_change_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind);
void write_incident_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind);
void write_release_lead(HtmlWriter& out, PageScope& scope, ViewKindId kind);

/// The answer to a blocker in words: a chip, or that there is no response time.
void say_clock(HtmlWriter& out, const PageScope& scope, const ViewRecord& record);
/// The same, and an 8 px bar of the time that was or is left for it.
void write_clock(HtmlWriter& out, const PageScope& scope, const ViewRecord& record);

/// "71 min", "2 h 5 min", "3 d": elapsed time.
void say_minutes(HtmlWriter& out, const PageScope& scope, int64_t minutes);
/// "Fri 29 May, 15:20" in the program's zone; only the day if it is midnight.
void write_moment(HtmlWriter& out, const PageScope& scope, DateTime moment);

/// Head of an entry: a tag if `word` is not empty, the title and the id, the state at the right.
void write_entry_head(HtmlWriter& out, const PageScope& scope, ViewRecordId id,
                      std::string_view tag);

}  // namespace milepost
