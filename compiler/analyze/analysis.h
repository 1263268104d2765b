// What analyze/ gives: the facts about each record that rules and pages ask for, on dense arrays.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "analyze/control.h"
#include "analyze/readiness.h"
#include "analyze/schedule.h"
#include "calendar/date.h"
#include "calendar/datetime.h"
#include "calendar/working_time.h"
#include "link/program.h"

namespace milepost {

/// Dates as points: a due-like field at its period's last working day, a start-like field at its
/// first; `when` expressions resolved on the record's working time. Absent where unset, unreadable,
/// or counted from a record that has no date.
struct RecordFacts {
  StatusId status = kNoStatus;  // kNoStatus: the kind has none, or an unknown word
  Phase phase = Phase::waiting;
  Health reported = Health::none;  // reported health (own field, else from a status column)
  PersonIndex owner = kNoPerson;   // accountable: the first owner, or who holds the role named
  TeamIndex team = kNoTeam;        // own field, else the owner's, else the provider
  std::optional<Date> start, started, due, finished, raised, decided, agreed, held, needed_by,
      promised, next_review, last_reviewed, decision_needed_by;
  std::optional<DateTime> raised_at, respond_by;  // response clock (defaults.md, `escalation:`)
  bool responded = false;  // acknowledged, escalated or resolved: the clock no longer runs
  uint8_t likelihood = 0, impact = 0, severity = 0;  // 1..5, 0: not given
  uint8_t score = 0;       // likelihood x impact (1..25), else the written score; 0: none
  uint8_t band = 0;        // 1 low .. 4 very high (defaults.md); 0: none
  uint8_t priority = 255;  // P0..P3 as 0..3; 255: none
  uint32_t checks_done = 0, checks_total = 0;
  uint32_t time = 0;  // its working time, into Analysis::times
};

/// What the history tells of a record (docs/versions.md).
struct RecordAge {
  std::optional<Date> first_seen;    // of what is older: the first commit; nothing: not known
  std::optional<Date> last_changed;  // in what it means; nothing: not since the history begins
};

struct Analysis {
  // Made in analyze.cpp: every source that has one would compile them anew.
  Analysis();
  Analysis(Analysis&&) noexcept;
  Analysis& operator=(Analysis&&) noexcept;
  ~Analysis();

  Date as_of;
  std::vector<RecordFacts> facts;          // by RecordIndex
  std::vector<RecordAge> ages;             // by RecordIndex; empty: no history is read
  std::vector<WorkingTime> times;          // 0: the program's; each that some record has, once
  Health program_reported = Health::none;  // the newest status report's
  RecordIndex newest_report = kNoRecord;
  /// The day that a date inside an object or a check item means (due of an item, `until` of a
  /// waiver, `on` of a sign-off), by the address of its Value; of records with acceptance items.
  std::unordered_map<const Value*, Date> days;
  Schedule schedule;                   // of what has a place in the plan
  std::vector<Readiness> readiness;    // see judge_readiness.h
  std::vector<ChangeControl> changes;  // every change request, in record order
  std::vector<Incident> incidents;     // likewise
  bool three_levels = false;  // every level of every risk is low, medium or high: a 3x3 map

  std::optional<Date> day(const Value& value) const {
    const auto at = days.find(&value);
    return at == days.end() ? std::nullopt : std::optional(at->second);
  }
  const RecordFacts& of(RecordIndex i) const { return facts[static_cast<uint32_t>(i)]; }
  const WorkingTime& program_time() const { return times.front(); }
  /// The working days of a record: its own calendar, else its owner's, its team's, the program's.
  const WorkingTime& time_of(RecordIndex i) const { return times[of(i).time]; }
};

}  // namespace milepost
