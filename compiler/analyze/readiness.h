// Whether a release may go, and what stands in the way (docs/readiness.md). The same of a milestone
// or dependency with acceptance items.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "calendar/date.h"
#include "calendar/datetime.h"
#include "evidence/report.h"
#include "link/program.h"
#include "text/span.h"

namespace milepost {

inline constexpr uint32_t kNoItem = 0xFFFFFFFF;

/// How it would be decided if it were decided today.
enum class ReadyVerdict : uint8_t {
  none,            // there is nothing to decide: it went out, was dropped, or has nothing to check
  go,              // every required item holds, and nothing else stands in the way
  conditional_go,  // nothing stands in the way, but conditions are left: each is a reason
  no_go,
};

enum class ItemState : uint8_t {
  passed,          // checked, or its evidence satisfies it
  waived,          // a valid waiver takes its place
  open,            // not yet, and on course: somebody has it, and it will be there in time
  missing,         // required and late, not owned, not dated, or its evidence is not there
  failed,          // its evidence says no, whatever the box says
  not_applicable,  // its `if:` does not hold
};

enum class EvidenceKind : uint8_t { none, record, file, link, text };

/// One check of a gate: a box of the body, an entry of `acceptance:`, or an item of a gate template
/// that the release does not write itself.
struct GateItem {
  std::string key;   // `load-test`: unique in the release; waivers and sign-offs name it
  std::string text;  // without mark-up and attributes
  uint32_t gate = 0;
  bool required = true;
  bool checked = false;
  bool said_failed = false;    // its author says that it does not hold
  bool from_template = false;  // nothing in the record speaks of it
  bool applies = true;         // false: its `if:` does not hold
  std::string condition;       // `if:` as written, may be empty
  PersonIndex owner = kNoPerson;
  TeamIndex team = kNoTeam;
  std::string owner_text;        // a role or an unknown name as written
  std::optional<Date> due;       // its own, else its gate's
  std::optional<Date> expected;  // when what it rests on will be done, by the schedule
  EvidenceKind evidence = EvidenceKind::none;
  RecordIndex evidence_record = kNoRecord;
  std::string evidence_text;  // path, address or words as written
  // A file: it is in the program; a record: it is done. Of several the first that is not there is
  // told. A link or words prove nothing: always false.
  bool evidence_there = false;
  std::optional<EvidenceReport> report;
  std::string evidence_problem;  // why the file cannot be read, and where in it
  std::string expects;           // the threshold as written: `coverage >= 80 %`
  std::string measured;          // what the report says of it: `76.4 %`; figures, no words
  std::string notes;
  LabelIndex label = kInternalLabel;  // of the region or record it stands in
  Span place;                         // of the item, else of the record's `gates:`
  // Filled by the verdict:
  ItemState state = ItemState::open;
  uint32_t waiver = kNoItem;  // into Readiness::waivers
};

enum class GateState : uint8_t { passed, in_progress, not_passed, not_applicable };

struct Gate {
  std::string key;    // `testing`
  std::string title;  // its heading, else that of its template
  std::optional<Date> due;
  PersonIndex owner = kNoPerson;
  bool applies = true;
  std::string condition;
  // Filled by the verdict; counts of required items that apply.
  GateState state = GateState::in_progress;
  uint32_t passed = 0, waived = 0, required = 0;
};

enum class SignOffState : uint8_t {
  current,      // what was signed is what is there
  stale,        // something it covers has changed since
  unsealed,     // said, but it does not say of what (a row of a table)
  conditional,  // current or unsealed, with conditions
  not_signed,
  refused,  // said no
  invalid,  // who or as what is not on the roster, or its hash does not fit its value
};

/// Why a sign-off is invalid.
enum class SignOffFault : uint8_t {
  none,
  not_on_roster,  // nobody there has that name, or no name is given
  no_such_role,   // `roles:` does not have it
  role_not_held,  // the person is not one of those who hold it
  hash_mismatch,  // a covered value is not the one that was hashed
  not_yet,        // dated after as-of
};

struct CoveredField {
  RecordIndex record = kNoRecord;
  std::string field;  // `target`, `items`
  std::string hash;   // as written
  std::string was;    // canonical value as signed; may be absent for one too long to be kept
  std::string now;    // canonical value of today
  bool was_kept = true;
  bool changed = false;
  bool hash_fits = true;                    // that of `was`
  std::vector<std::string> added, removed;  // lines, if it is a list and `was` is kept
  Span place;
};

struct SignOff {
  std::string role;        // key of `roles:`, else as written
  std::string role_label;  // as it reads
  PersonIndex by = kNoPerson;
  std::string by_text;  // as written, if nobody has that name
  std::optional<Date> on;
  ReadyVerdict decision = ReadyVerdict::none;  // none: not said
  SignOffState state = SignOffState::not_signed;
  SignOffFault fault = SignOffFault::none;
  RecordIndex kept_in = kNoRecord;  // a record of its own; else the release
  std::vector<CoveredField> covers;
  std::string via;    // address as written
  std::string notes;  // conditions, remarks
  std::optional<Date> due;
  bool required = true;
  Span place;
};

struct Waiver {
  std::string item;       // as written
  uint32_t of = kNoItem;  // into Readiness::items; kNoItem: names none (reported)
  PersonIndex by = kNoPerson;
  std::string by_text, reason;
  std::optional<Date> until;
  bool valid = false;  // has an approver and a reason, and has not expired
  bool expired = false;
  bool ends_early = false;  // before the target date
  Span place;
};

enum class ReasonKind : uint8_t {
  item_missing,
  item_failed,
  item_open,  // condition
  waiver_expired,
  waiver_ends_early,  // condition
  sign_off_refused,
  sign_off_stale,
  sign_off_invalid,
  sign_off_missing,      // condition until the target date
  sign_off_conditional,  // condition
  blocker_open,
  issue_open,
  risk_unmitigated,
  work_late,  // will be finished after the target
  work_open,  // condition
  dependency_late,
  dependency_open,  // condition
  target_passed,
  no_target,       // condition
  condition_said,  // of the go/no-go record, not yet met
};

/// Why the verdict is what it is. In order: what blocks first, then by kind, date and place.
struct ReadyReason {
  ReasonKind kind = ReasonKind::item_missing;
  bool blocks = true;  // else a condition
  RecordIndex about =
      kNoRecord;             // the record that stands in the way; the release itself: kNoRecord
  uint32_t index = kNoItem;  // into items, sign_offs or waivers, or conditions, by kind
  // Of a blocker, issue or risk: what it is about that the release rests on; the release itself:
  // kNoRecord. `general`: it names nothing at all, and is too grave to be left out.
  RecordIndex through = kNoRecord;
  bool general = false;
  PersonIndex who = kNoPerson;  // who can clear it
  TeamIndex team = kNoTeam;
  std::string who_text;    // a role or a name nobody has
  std::optional<Date> by;  // when it can be cleared by what is known
  std::string how;         // in the author's words (next step, notes); may be empty
  int64_t days = 0;        // working days late, or open
  Span place;
};

/// What the meeting said.
struct GoNoGo {
  ReadyVerdict decision = ReadyVerdict::none;
  std::optional<Date> on;
  struct Vote {
    PersonIndex by = kNoPerson;
    std::string name, role, vote;
    ReadyVerdict said = ReadyVerdict::none;  // `vote` as a verdict; none: it cannot be read
  };
  std::vector<Vote> votes;
  struct Condition {
    std::string text;
    bool met = false;  // `[x]` before it
    Span place;
  };
  std::vector<Condition> conditions;
  std::string reason;                  // why, above all if it goes against the computed verdict
  std::string minutes;                 // an address or words as written
  RecordIndex minutes_of = kNoRecord;  // the meeting, if `minutes` names one
  bool overrides = false;              // said go or conditional over a computed no-go
  Span place;                          // of the decision
};

enum class LaunchStepKind : uint8_t { rollout, cutover, communication, decision };

struct LaunchStep {
  LaunchStepKind kind = LaunchStepKind::rollout;
  std::string what;
  std::optional<DateTime> begins, ends;  // ends: after its observation window or length
  bool all_day = false;                  // only the day is known: `begins` is its midnight
  PersonIndex owner = kNoPerson;         // who does it
  PersonIndex decides = kNoPerson;       // who says that it goes on
  std::string owner_text, decides_text;
  std::string at;  // when, as written
  std::vector<std::string> go_if;
  std::string check, back_out;    // how one sees it worked; how to undo it
  std::string channel, audience;  // of a communication
  bool clashes = false;           // begins before the step before it is over
  bool frozen = false;            // falls into a freeze
  bool off_hours = false;         // on no working day of the program
  Span place;
};

struct LaunchPlan {
  std::optional<DateTime> start;
  std::vector<LaunchStep> steps;  // in time; those without a time last
  std::vector<std::string> rollback_if;
  std::string war_room;
  struct Standby {
    PersonIndex person = kNoPerson;
    std::string name, role, shift;
  };
  std::vector<Standby> roster;
};

/// How one will see that the release was worth it. Its incidents and lessons are linked to it.
struct PostLaunch {
  struct Measure {
    RecordIndex metric = kNoRecord;    // whose readings tell the result
    std::string name, target, result;  // as written; of a metric only what it says itself is absent
    bool met = false, missed = false;  // neither: not known yet, or not comparable
    Span place;
  };
  std::vector<Measure> measures;
  std::optional<Date> review, hand_over_on;
  PersonIndex hand_over_to = kNoPerson;
  std::string hand_over_text;  // to whom and what, as written
  std::string notes;
};

/// Working days unless it says otherwise.
struct Readiness {
  RecordIndex record = kNoRecord;
  bool release = false;  // else a milestone or dependency with acceptance items
  ReadyVerdict verdict = ReadyVerdict::none;
  std::optional<Date> target;
  int64_t days_to_target = 0;  // negative: past
  std::vector<Gate> gates;
  std::vector<GateItem> items;           // gate by gate
  std::vector<SignOff> sign_offs;        // one a role: the newest
  std::vector<SignOff> older_sign_offs;  // said before by a role that has said something since
  std::vector<Waiver> waivers;
  std::vector<ReadyReason> reasons;
  std::optional<Date> last_clear;  // when the last blocking reason can be cleared; absent if one
                                   // has no date, or there is none
  GoNoGo said;
  LaunchPlan launch;
  PostLaunch after;
  uint32_t passed = 0, waived = 0, required = 0;  // of required items that apply
};

/// What an audience may see: readiness is judged from nothing else. Empty vectors: everything.
struct ReadinessMask {
  std::vector<bool> records;  // by RecordIndex
  std::vector<bool> labels;   // by LabelIndex
  /// What stands for something hidden in the words of an item; empty: nothing.
  std::string instead = "an internal item";

  bool shows(RecordIndex i) const { return records.empty() || records[static_cast<uint32_t>(i)]; }
  bool shows(LabelIndex i) const {
    return labels.empty() || i == kNoLabel || labels[static_cast<uint8_t>(i)];
  }
};

}  // namespace milepost
