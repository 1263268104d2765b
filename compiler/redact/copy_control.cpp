// Copies change requests and incidents under the numbers of the View.
#include "redact/copy_control.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "redact/view.h"

namespace milepost {
namespace {

static_assert(static_cast<int>(ViewApprovalState::refused) ==
              static_cast<int>(ApprovalState::refused));
static_assert(static_cast<int>(ViewMoveState::otherwise) == static_cast<int>(MoveState::otherwise));
static_assert(static_cast<int>(ViewStepState::untold) == static_cast<int>(StepState::untold));
static_assert(static_cast<int>(ViewIncidentStep::resolved) ==
              static_cast<int>(IncidentStep::resolved));
static_assert(kViewPostMortemParts == kPostMortemParts);

class ControlCopier {
 public:
  ControlCopier(const Program& program, const Redaction& redaction, const ReadinessNumbers& numbers)
      : program_(program), redaction_(redaction), numbers_(numbers) {}

  bool shows(RecordIndex record) const { return numbers_.records.has(static_cast<size_t>(record)); }

  ViewChange copy(const ChangeControl& from) const {
    ViewChange made;
    made.record = id(from.record);
    made.approved = from.approved;
    made.implemented = from.implemented;
    made.open = from.open;
    // Whether it is given, by whom and when is one thing.
    const auto part = [&](std::string_view name) { return shows(from.record, "approvals", name); };
    if (part("role") && part("by") && part("on") && part("decision")) {
      for (const ChangeApproval& one : from.approvals) {
        made.approvals.push_back({one.role_text, one.required,
                                  static_cast<ViewApprovalState>(one.state), who(one), one.not_held,
                                  one.on, part("notes") ? one.notes : std::string()});
      }
    }
    for (const ImpactArea& area : from.impact) {
      if (!shows(from.record, "impact", area.area)) continue;
      made.impact.push_back({area.area, area.label, area.required, area.assessed});
    }
    if (shows(from.record, "applies")) {
      for (const ChangeMove& move : from.moves) copy(move, made);
    }
    return made;
  }

  ViewIncident copy(const Incident& from) const {
    ViewIncident made;
    made.record = id(from.record);
    made.over = from.over;
    if (shows(from.record, "severity")) made.severity = from.severity;
    // Each time is counted from when it was noticed or began.
    const bool timed = shows(from.record, "started") && shows(from.record, "detected") &&
                       shows(from.record, "severity");
    for (const IncidentClock& clock : from.clocks) {
      constexpr std::string_view kFields[] = {"acknowledged", "mitigated", "resolved"};
      ViewIncidentClock copied;
      copied.step = static_cast<ViewIncidentStep>(clock.step);
      if (timed && shows(from.record, kFields[static_cast<size_t>(clock.step)])) {
        copied.state = static_cast<ViewStepState>(clock.state);
        copied.took_minutes = clock.took_minutes;
        copied.allowed_minutes = clock.allowed_minutes;
        copied.due = clock.due;
      }
      made.clocks.push_back(copied);
    }
    std::ranges::copy(from.parts, made.parts);
    if (timed && shows(from.record, "resolved")) made.review_by = from.review_by;
    made.actions = ids(from.actions);
    if (shows(from.record, "action_items")) {
      for (const Incident::Untracked& one : from.untracked) {
        if (!redaction_.hides(one.place)) made.untracked.push_back(one.text);
      }
    }
    made.causes = ids(from.causes);
    made.releases = ids(from.releases);
    return made;
  }

 private:
  ViewRecordId id(RecordIndex record) const {
    return ViewRecordId{numbers_.records[static_cast<size_t>(record)]};
  }

  std::vector<ViewRecordId> ids(const std::vector<RecordIndex>& records) const {
    std::vector<ViewRecordId> made;
    for (const RecordIndex record : records) {
      if (shows(record)) made.push_back(id(record));
    }
    return made;
  }

  bool shows(RecordIndex record, std::string_view field) const {
    const FieldId found = program_.kinds().find_field(program_.record(record).kind, field);
    return found == kNoField || redaction_.shows(found);
  }

  // A part of a field that is an object.
  bool shows(RecordIndex record, std::string_view field, std::string_view part) const {
    const Kinds& kinds = program_.kinds();
    const FieldId found = kinds.find_field(program_.record(record).kind, field);
    if (found == kNoField) return true;
    return redaction_.shows(found) &&
           std::ranges::all_of(kinds.field(found).fields, [&](FieldId inner) {
             return kinds.field(inner).name != part || redaction_.shows(inner);
           });
  }

  ViewWho who(const ChangeApproval& one) const {
    ViewWho made;
    made.text = one.by_text;
    if (one.by == kNoPerson) return made;
    if (!numbers_.people.has(static_cast<size_t>(one.by))) return made;
    made.person = ViewPersonId{numbers_.people[static_cast<size_t>(one.by)]};
    made.text = program_.person(one.by).name;
    return made;
  }

  void copy(const ChangeMove& move, ViewChange& made) const {
    if (move.record != kNoRecord && !shows(move.record)) return;
    if (move.field != kNoField && !redaction_.shows(move.field)) return;
    ViewChangeMove copied;
    if (move.record != kNoRecord) copied.record = id(move.record);
    copied.text = move.record_text;
    copied.field =
        move.field == kNoField ? move.field_text : program_.kinds().field(move.field).label;
    copied.from = move.from;
    copied.to = move.to;
    copied.now = move.now;
    copied.before = move.before;
    copied.after = move.after;
    copied.today = move.today;
    copied.days = move.days;
    copied.state = static_cast<ViewMoveState>(move.state);
    made.moves.push_back(std::move(copied));
  }

  const Program& program_;
  const Redaction& redaction_;
  const ReadinessNumbers& numbers_;
};

}  // namespace

std::vector<ViewChange> copy_changes(const Program& program,
                                     const std::vector<ChangeControl>& changes,
                                     const Redaction& redaction, const ReadinessNumbers& numbers) {
  const ControlCopier copier(program, redaction, numbers);
  std::vector<ViewChange> made;
  for (const ChangeControl& change : changes) {
    if (copier.shows(change.record)) made.push_back(copier.copy(change));
  }
  return made;
}

std::vector<ViewIncident> copy_incidents(const Program& program,
                                         const std::vector<Incident>& incidents,
                                         const Redaction& redaction,
                                         const ReadinessNumbers& numbers) {
  const ControlCopier copier(program, redaction, numbers);
  std::vector<ViewIncident> made;
  for (const Incident& incident : incidents) {
    if (copier.shows(incident.record)) made.push_back(copier.copy(incident));
  }
  return made;
}

}  // namespace milepost
