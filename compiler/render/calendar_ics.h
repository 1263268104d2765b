// calendar.ics: the dates of a program as a calendar that people subscribe to.
#pragma once

#include <string>
#include <string_view>

#include "compose/outline.h"

namespace milepost {

/// iCalendar (RFC 5545) with an event for each milestone, release and meeting, each due date of
/// other open records, each day on which a decision is needed or an open dependency is needed,
/// each start of a launch, and each day that has reviews. Days are whole days that end on the next
/// one, moments are UTC. Sorted by date, then by what it is, then by id. DTSTAMP is the as-of date,
/// so the same View gives the same bytes; the UID of an event stays the same when its date moves.
/// Linear in the records but for the sorting.
std::string calendar_ics(const Outline& outline);

/// For the writer and its tests: `name:value` folded at 75 octets, never inside a character, and
/// ended by CRLF. `value` is escaped already.
void append_content_line(std::string& out, std::string_view name, std::string_view value);
/// `text` as a TEXT value: `\`, `;`, `,` and line breaks escaped, control characters left out.
std::string ics_text(std::string_view text);

}  // namespace milepost
