// What happened in a period, and how things stand at its end.
#pragma once

#include <string_view>

#include "compose/outline.h"

namespace milepost {

/// Fills Outline::periods and Outline::period; `series` and the view must be there.
///
/// The period of a report is that between the report before it (without one, 7 days) and its day;
/// reports of one day share one. The period that runs now belongs to the newest report that is not
/// sent yet, and goes on up to the as-of date; if all are sent, or the newest is older than a week
/// and the length of its own period, it belongs to none and runs since the newest. Without any
/// report it is a week. O(n log n) in the records, however many reports there are.
void add_periods(Outline& outline);

/// The period of a status report; null if the report has no day. Of reports of one day only the
/// first has facts in its own entry: this is that one's. Logarithmic.
const PeriodFacts* facts_of_report(const Outline& outline, ViewRecordId report);

/// Whether a status report is out: its status says so, or it keeps the facts as sent. Nothing of it
/// is ever computed anew.
bool is_sent(const View& view, const ViewRecord& report);

/// What the report keeps as sent; null if nothing is kept or may be told.
const ViewField* facts_as_sent(const View& view, const ViewRecord& report);

/// The report whose words speak of a period: its own, else the one before it.
inline ViewRecordId words_of(const PeriodFacts& period) {
  return period.report != kNoViewRecord ? period.report : period.previous;
}

}  // namespace milepost
