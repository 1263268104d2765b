// What analyze/ gives: the facts about each record that rules and pages ask for, on dense arrays.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "calendar/datetime.h"
#include "calendar/working_time.h"
#include "link/program.h"

namespace milepost {

/// Dates as points: a due-like field at its period's last working day, a start-like field at its
/// first; `when` expressions resolved on the record's working time. Absent where unset or
/// unresolvable.
struct RecordFacts {
  StatusId status = kNoStatus;  // kNoStatus: the kind has none, or an unknown word
  Phase phase = Phase::waiting;
  Health reported = Health::none;  // reported health (own field, else from a status column)
  PersonIndex owner = kNoPerson;
  TeamIndex team = kNoTeam;  // own field, else the owner's
  std::optional<Date> start, started, due, finished, raised, decided, needed_by, promised,
      next_review, last_reviewed, decision_needed_by;
  std::optional<DateTime> raised_at,
      respond_by;  // blockers: response clock (defaults.md, `escalation:`)
  uint8_t likelihood = 0, impact = 0, severity = 0;  // 1..5, 0: not given
  uint8_t score = 0;       // likelihood x impact, or the written score; 0: none
  uint8_t band = 0;        // 1 low .. 4 very high (defaults.md); 0: none
  uint8_t priority = 255;  // P0..P3 as 0..3; 255: none
  uint32_t checks_done = 0, checks_total = 0;
};

struct Analysis {
  Date as_of;
  std::vector<RecordFacts> facts;  // by RecordIndex
  WorkingTime program_time;
  Health program_reported = Health::none;  // the newest status report's
  RecordIndex newest_report = kNoRecord;
  const RecordFacts& of(RecordIndex i) const { return facts[static_cast<uint32_t>(i)]; }
};

}  // namespace milepost
