// What each person and team answers for, waits for, keeps others waiting for and is asked to
// decide.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "redact/view.h"

namespace milepost {

/// Working days ahead that count as "due next".
inline constexpr int64_t kDueNextDays = 10;

/// `work` cannot go on or end before `thing` is there; both are open and not of one hand.
struct Wait {
  ViewRecordId thing = kNoViewRecord;
  ViewRecordId work = kNoViewRecord;  // none: a dependency that names its consumer and no work
};

enum class AskKind : uint8_t { decide, answer, help, approve, review };

/// Something that only this person can give.
struct Ask {
  ViewRecordId record = kNoViewRecord;
  AskKind kind = AskKind::decide;
  std::optional<Date> by;
};

/// A check item of a record that somebody owes and that does not hold yet. Borrows the View.
struct OwedItem {
  ViewRecordId record = kNoViewRecord;
  std::string_view text;
  std::optional<Date> by;
};

/// A record that names a person in another field than its owner's.
struct NamedIn {
  ViewRecordId record = kNoViewRecord;
  ViewFieldId field = kNoViewField;  // none: the title is the name
};

/// Of one person or one team. Records are those of which it is the accountable owner; of a team,
/// those that it or one of its people does. Standing things (a stakeholder, a metric, a charter)
/// are looked after, they are never done, so they are no load.
struct Dossier {
  uint32_t open = 0, overdue = 0, near = 0;  // of the load; near: due within kDueNextDays
  std::vector<ViewRecordId> due;             // overdue and near, by date
  std::vector<ViewRecordId> owns;            // the open load but for `due`, by date, then id
  std::vector<ViewRecordId> looks_after;     // standing things that are open
  std::vector<ViewRecordId> closed;          // the latest first
  std::vector<Wait> waits_for;               // by the day the thing is promised
  std::vector<Wait> waited_on;               // likewise
  std::vector<Ask> asks;                     // by date
  std::vector<OwedItem> items;               // by date
  // Of people only:
  std::vector<uint32_t> roles;  // into View::roles
  std::vector<ViewTeamId> leads;
  std::vector<NamedIn> named_in;      // in source order, each record once
  ViewRecordId next = kNoViewRecord;  // due first, today or later
};

/// People and teams by their numbers.
struct Roster {
  std::vector<Dossier> people, teams;
  std::vector<std::vector<ViewPersonId>> members;  // by team: the lead first
  std::vector<ViewPersonId> teamless;              // of whom something is known
  std::vector<ViewPersonId> only_named;            // no team, role or record
  std::vector<ViewTeamId> empty_teams;             // only named: no lead, member or record
};

/// O(records + links + values), and the sorting of each list.
Roster make_roster(const View& view);

/// The day that matters of a thing others wait for: what was promised, else when it is due.
std::optional<Date> promised_day(const ViewRecord& record);
/// Who delivers it: of a dependency its provider, else its accountable owner. Nobody if neither is
/// known.
ViewParty deliverer(const View& view, const ViewRecord& record);
/// True of kinds whose records are kept, not finished.
bool is_standing(const ViewKind& kind);

}  // namespace milepost
