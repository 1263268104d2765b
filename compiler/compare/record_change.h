// What became of each record between two versions, field by field.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compare/change_words.h"
#include "redact/view.h"

namespace milepost {

enum class RecordFate : uint8_t { added, removed, changed };

/// The first of these that fits is the verb of a change.
enum class RecordVerb : uint8_t {
  came_true,  // a risk that became an issue
  met,        // a milestone
  reopened,   // from done or dropped back to waiting or doing
  escalated,
  decided,
  turned_down,
  finished,  // work
  closed,    // anything else that is over
  opened,    // new
  moved,     // its due, promised or decided-by date
  changed,   // anything else that is meant
  reworded,  // only prose and formatting
  gone,      // no longer there
};
inline constexpr size_t kRecordVerbs = static_cast<size_t>(RecordVerb::gone) + 1;

/// One field, as it reads on the page of its record in the language of the site. Fields of every
/// record that are no fields of its kind have these names: `title`, `status`, `health`,
/// `health_until`, `owner`, `team`, `id`, `kind`, `visibility`, `score`, `body`, `checks`, `links`.
/// A part of an object is `launch.start`, labelled "Launch: Start"; an entry of a list that is
/// another now "Options, Wait: Cost".
struct FieldChange {
  std::string name;                       // "needed_by"
  std::string label;                      // "Needed by"
  RecordFate fate = RecordFate::changed;  // added: it was not there
  std::string was, now;                   // empty: it was, or is, not there; of prose: empty, both
  bool date = false;                      // `before` and `after` are days
  std::optional<Date> before, after;
  int32_t days = 0;      // working days of the record from `before` to `after`, if it has both
  bool prose = false;    // a text: that it changed is all that is told
  bool wording = false;  // what it means is the same: spaces, punctuation of a title, prose
  uint32_t more = 0;     // so many further changes of this list; of them nothing else is told
};

/// A record that is not as it was. It may be told to whom both Views may be told to: all of it is
/// copied from them.
struct RecordChange {
  std::string id;        // as of now, else as it was
  std::string shown_id;  // what readers see of it
  std::string old_id;    // if it has another now: a spelling of it, or its title is the same
  std::string title;
  std::string kind;        // name: "risk"
  std::string kind_label;  // "Risk"
  RecordFate fate = RecordFate::changed;
  RecordVerb verb = RecordVerb::changed;
  ViewRecordId before = kNoViewRecord;  // in the earlier View
  ViewRecordId after = kNoViewRecord;   // in the later View
  ViewRecordId other = kNoViewRecord;   // in the later: what it came true as
  std::string was_file, now_file;       // insiders: if it was moved to another file
  std::vector<FieldChange> fields;      // in the order of the page; none if added or removed
};

/// Records are matched by id, else by an alias that one has of the other, else by kind and title if
/// nothing else could be meant. Sorted by verb, then by id in natural order. What only the clock
/// changed (computed dates, health, ages) is no change of a record. Linear in both Views but for
/// the sorting; of records that are equal nothing is kept. Both Views are localized.
std::vector<RecordChange> record_changes(const View& before, const View& after,
                                         const ChangeWords& words);

}  // namespace milepost
