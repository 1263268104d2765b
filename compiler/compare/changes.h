// The entry of compare/ for two versions: what changed, consequences first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compare/page_changes.h"
#include "compare/record_change.h"
#include "redact/view.h"

namespace milepost {

// All of it is copied from the two Views, so that both may go. Ids are of the later View where the
// record is there. Days are working days, later is positive.

/// A record that is spoken of: it may be in one of the two only.
struct ChangeSubject {
  std::string id, shown_id, title;
  ViewRecordId after = kNoViewRecord;  // in the later View, if it is there
};

/// When a milestone or release comes, before and after.
struct DateShift {
  ChangeSubject subject;
  std::optional<Date> was, now;  // forecast finish; nothing: it has no date
  std::optional<Date> committed_was, committed_now;
  int32_t days = 0;                       // from was to now
  ViewHealth health_was{}, health_now{};  // as the facts say, if that is told
  bool target = false;                    // what the program is judged by
};

/// Why an item on the way to the target is later or sooner than what it waits for made it.
enum class ShiftCause : uint8_t {
  promised,   // a dependency: its provider names another day
  dated,      // its own date is another
  finished,   // it was finished on another day than was expected
  not_begun,  // it should be under way; only the days passed
  overdue,    // its date passed, and it is not done
  blocked,    // a blocker holds it
  longer,     // more work than was thought
  shorter,    // less work than was thought
  joined,     // it is new
  reopened,   // it was done
  held,       // it waits for its own date, whatever comes sooner
  had_float,  // of what holds the target now: the days that it could move and held nothing
  reserve,    // it takes up delay that it was handed
  otherwise,  // none of these: calendars, parts of it, or what is not told
};
inline constexpr size_t kShiftCauses = static_cast<size_t>(ShiftCause::otherwise) + 1;

/// Why the target moved. The days of all parts add up to those of its DateShift.
struct ShiftPart {
  ChangeSubject item;
  int32_t days = 0;  // 0: it changed, and others hid it
  ShiftCause cause = ShiftCause::otherwise;
  std::optional<Date> was, now;                 // of the item
  std::optional<ChangeSubject> because;         // what its owner names as the cause
  std::optional<int32_t> float_was, float_now;  // of parts of 0 days
};

enum class ConsequenceKind : uint8_t {
  joined_path,  // now on the critical path to the target
  left_path,
  verdict,        // of a release: was and now
  gate_reopened,  // it had passed, and does not any more: `what` is its title
  gate_passed,
  sign_off_stale,  // `what` is its role
  sign_off_given,
  reasons,          // of no-go: how many block
  chance,           // of the target's commitment, in per mille
  health,           // of the program as the facts say
  reported_health,  // of the program, as its reports say
  rosier,           // a record is reported better than the facts say, and was not before
  gloomier,         // the reverse: its report was rosy, and is not any more
  new_blocker,      // an open P0 or P1
  new_cycle,        // records wait for each other in a circle
};

struct Consequence {
  ConsequenceKind kind = ConsequenceKind::verdict;
  ChangeSubject subject;
  std::string what;
  int32_t was = 0, now = 0;  // ViewReadyVerdict, ViewHealth, a count or per mille, by kind
  bool worse = false;        // it says something is worse than it was; false: better, or neither
};

struct Changes {
  ViewEdition before, after;
  std::vector<DateShift> shifts;  // that moved, changed health, came or went; by date; target first
  std::vector<ShiftPart> because;  // on the way to the target, then at most 3 of 0 days
  std::vector<Consequence> consequences;
  std::vector<RecordChange> records;
  std::vector<PageChange> pages;
  uint32_t reworded = 0;  // of the records
  uint32_t people = 0;    // owners of the others

  bool empty() const {
    return shifts.empty() && consequences.empty() && records.empty() && pages.empty();
  }
};

/// What changed from one version to a later one; both as the same audience may know them. Of what
/// is computed only what both tell. compare_views(a, a) is empty; compare_views(b, a) tells the
/// same with before and after changed over. Linear but for sorting.
Changes compare_views(const View& before, const View& after, const ChangeWords& words);

}  // namespace milepost
