// What stands on the first page.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "calendar/date.h"
#include "redact/view.h"

namespace milepost {

/// Records of one heading, the most pressing first.
struct Picked {
  std::vector<ViewRecordId> records;  // as many as are listed
  uint32_t total = 0;                 // as many as there are
};

enum class CauseKind : uint8_t {
  late,      // open after the day it was due or promised
  promised,  // promised for a day after it is needed
  blocker,   // an open blocker of what feeds the target
  reported,  // its owner says at risk or worse
};

/// A record that the target rests on and that is not as it should be, by its own dates and words.
struct Cause {
  CauseKind kind = CauseKind::late;
  ViewRecordId record = kNoViewRecord;
  ViewRecordId feeds = kNoViewRecord;  // what rests on it, a step nearer to the target
  int64_t days = 0;                    // working days late, or between needed and promised
  Date date;                           // when it was due or is promised
  uint32_t steps = 0;                  // to the target
};

/// What can be said of the target, by the schedule if there is one.
struct Verdict {
  /// What the program is judged by: its own target, else the last milestone or release of the
  /// schedule; none if there is neither.
  ViewRecordId target = kNoViewRecord;
  /// The worse of what is reported and what the facts say; none: nothing is known.
  ViewHealth state = ViewHealth::none;
  ViewHealth facts = ViewHealth::none;       // as computed; complete if met; none: nothing is wrong
  ViewHealth reported = ViewHealth::none;    // by the newest report, else by the target's owner
  ViewRecordId reported_in = kNoViewRecord;  // a status report, or the target
  int64_t days_late = 0;                     // working days since the target's date, if it is open
  std::vector<Cause> causes;                 // late ones first, the longest first
  uint32_t feeding = 0;  // open records that the target rests on, itself not counted
};

/// A date that is no longer what it was.
struct DateMove {
  ViewRecordId record = kNoViewRecord;
  Date from, to;
  std::optional<Date> on;           // the day it was moved; empty: the sources do not say
  ViewRecordId by = kNoViewRecord;  // the decision or change that moved it
};

enum class ChangeVerb : uint8_t {
  moved,
  came_true,
  escalated,
  reopened,
  met,
  decided,
  turned_down,
  finished,
  closed,
  opened,
};
inline constexpr size_t kChangeVerbs = static_cast<size_t>(ChangeVerb::opened) + 1;

struct ChangeEntry {
  ChangeVerb verb = ChangeVerb::moved;
  ViewRecordId record = kNoViewRecord;
  std::optional<Date> on;
  ViewRecordId other = kNoViewRecord;  // came_true: what it became; moved: what moved it
  std::optional<Date> from, to;        // moved
};

/// What the dates in the records say of the days since `since`.
struct RecentChanges {
  Date since;
  std::vector<ChangeEntry> entries;  // by verb, then the latest first
  uint32_t total = 0;                // as many as there are
};

struct Overview {
  Verdict verdict;
  Picked milestones;  // those around the as-of date, in order of date
  Picked overdue, due_next;
  Picked asks;  // open decisions, escalations and changes, by the date an answer is needed
  Picked blockers, risks, releases;
  RecentChanges recent;
  std::optional<Date> horizon;                  // of `due_next`: empty if nothing is due that soon
  ViewRecordId next_milestone = kNoViewRecord;  // the first open one with a date
  ViewRecordId charter = kNoViewRecord;
  uint32_t readme = 0xFFFFFFFF;  // the page of the program's own README, or kNoPage
};

}  // namespace milepost
