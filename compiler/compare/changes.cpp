// Puts together what changed between two versions.
#include "compare/changes.h"

#include <set>
#include <string>

#include "compare/consequences.h"
#include "compare/date_shifts.h"
#include "compare/meaning.h"
#include "compare/record_match.h"

namespace milepost {
namespace {

ViewEdition edition_of(const View& view) {
  ViewEdition edition = view.program.edition;
  edition.date = view.program.as_of;
  return edition;
}

// Whose records changed, but for wording.
uint32_t people_of(const Changes& changes, const View& before, const View& after) {
  std::set<std::string> people;
  for (const RecordChange& change : changes.records) {
    if (change.verb == RecordVerb::reworded) continue;
    const bool there = change.after != kNoViewRecord;
    const View& view = there ? after : before;
    const ViewRecord& record = view.record(there ? change.after : change.before);
    for (const ViewParty& owner : record.owners) {
      if (owner.person != kNoViewPerson) people.insert(view.person(owner.person).key);
    }
  }
  return static_cast<uint32_t>(people.size());
}

}  // namespace

Changes compare_views(const View& before, const View& after, const ChangeWords& words) {
  const RecordMatch match(before, after);
  const Meanings meanings(before, after, match);
  Changes changes;
  changes.before = edition_of(before);
  changes.after = edition_of(after);
  changes.shifts = date_shifts(meanings);
  changes.because = shift_parts(meanings);
  changes.consequences = find_consequences(meanings);
  changes.records = record_changes(before, after, words);
  changes.pages = page_changes(before, after);
  for (const RecordChange& change : changes.records) {
    if (change.verb == RecordVerb::reworded) ++changes.reworded;
  }
  changes.people = people_of(changes, before, after);
  return changes;
}

}  // namespace milepost
