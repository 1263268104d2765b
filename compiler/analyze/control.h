// What became of change requests and incidents: who has agreed, what was moved, how fast people
// were (docs/logs.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "calendar/datetime.h"
#include "link/program.h"

namespace milepost {

enum class ApprovalState : uint8_t {
  missing,  // required, and the request says nothing of it
  waiting,
  agreed,
  refused,
};

/// One role that has to agree to a change, or somebody who agreed without being asked for.
struct ChangeApproval {
  std::string role;       // key of `roles:`, else as written; may be empty
  std::string role_text;  // as it reads
  bool required = true;
  ApprovalState state = ApprovalState::missing;
  PersonIndex by = kNoPerson;
  std::string by_text;    // as written, if nobody has that name
  bool not_held = false;  // the person does not hold the role
  std::optional<Date> on;
  std::string notes;
  Span place;  // of the entry, else of the record
};

/// One area of an impact assessment. `area` is a sub-field of `impact`.
struct ImpactArea {
  std::string area, label;
  bool required = false;
  bool assessed = false;
};

enum class MoveState : uint8_t {
  unknown,    // it names no record, or no field of it that can be compared
  waiting,    // the record has the old value still
  applied,    // it has the new one
  otherwise,  // it has another one
};

/// A line of `applies:`.
struct ChangeMove {
  RecordIndex record = kNoRecord;
  FieldId field = kNoField;
  std::string record_text, field_text;  // as written
  std::string from, to, now;            // as written; now: what the record has
  std::optional<Date> before, after, today;
  int64_t days = 0;  // working days from `before` to `after`; negative: earlier
  MoveState state = MoveState::unknown;
  Span place;
};

struct ChangeControl {
  RecordIndex record = kNoRecord;
  bool approved = false;                  // or carried out
  bool implemented = false;               // carried out
  bool open = false;                      // waits for an answer
  std::vector<ChangeApproval> approvals;  // the required ones first
  std::vector<ImpactArea> impact;         // those that are required or assessed
  std::vector<ChangeMove> moves;

  uint32_t required() const;
  uint32_t agreed() const;  // of the required
  uint32_t not_assessed() const;
};

enum class IncidentStep : uint8_t { acknowledged, mitigated, resolved };

enum class StepState : uint8_t {
  none,  // nothing was agreed, or nothing is known to measure from
  in_time,
  late,
  running,  // not there yet, and there is time left (the as-of day has no time of day)
  overdue,  // not there yet, and the time is over
  untold,   // the incident is over, and nobody wrote down when this was
};

/// How long one step took, counted from when somebody noticed, else from when it began.
struct IncidentClock {
  IncidentStep step = IncidentStep::acknowledged;
  StepState state = StepState::none;
  std::optional<int64_t> took_minutes;  // of the clock on the wall
  std::optional<DateTime> due;
  std::optional<int64_t> allowed_minutes;  // from the beginning to `due`, on the wall
};

enum class PostMortemPart : uint8_t {
  impact,
  timeline,
  root_cause,
  went_well,
  went_wrong,
  actions,
  lessons,
};
inline constexpr size_t kPostMortemParts = static_cast<size_t>(PostMortemPart::lessons) + 1;

struct Incident {
  RecordIndex record = kNoRecord;
  uint8_t severity = 0;               // 1 to 4; 0: not said
  std::vector<IncidentClock> clocks;  // all three
  bool over = false;                  // resolved
  bool parts[kPostMortemParts] = {};  // by PostMortemPart: it is there
  std::optional<Date> review_by;      // when the post-mortem has to be there
  std::vector<RecordIndex> actions;   // records that it names
  struct Untracked {
    std::string text;
    Span place;
  };
  std::vector<Untracked> untracked;   // action items that name no record
  std::vector<RecordIndex> causes;    // as `caused_by:` says
  std::vector<RecordIndex> releases;  // that caused it: among the causes, or what they deliver
  bool out_of_order = false;          // its moments contradict each other

  uint32_t parts_there() const;
};

}  // namespace milepost
