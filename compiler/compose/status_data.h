// What stands on the status pages and in the reports: the facts of a period.
#pragma once

#include <cstdint>
#include <vector>

#include "calendar/date.h"
#include "compose/overview_data.h"
#include "redact/view.h"

namespace milepost {

/// What happened in a period, and if it is the one that ends now, how things stand.
struct PeriodFacts {
  Date from, to;     // the days after `from`, up to and with `to`
  bool now = false;  // `to` is the newest that is known: what is below `changed` is filled
  ViewRecordId report = kNoViewRecord;  // the status report of the period, if there is one
  ViewRecordId previous = kNoViewRecord, next_report = kNoViewRecord;  // its neighbours
  std::vector<ChangeEntry> completed;  // met, finished, decided, closed; milestones first
  std::vector<ChangeEntry> changed;    // moved, came true, turned down, opened
  std::vector<ViewRecordId> in_progress, risks, issues, blockers, metrics;
  std::vector<ViewRecordId> upcoming;  // due in a period as long as this one, by date
  std::vector<ViewRecordId> asks;      // decisions needed, by the date of the answer
};

}  // namespace milepost
