// What changed between two versions, in sentences: for the page, a terminal, a comment.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compare/changes.h"
#include "compose/change_line.h"
#include "compose/words.h"
#include "redact/view.h"

namespace milepost {

enum class ChangeTone : uint8_t { neutral, better, worse };

/// A line of the ledger: days, why, and the facts under it.
struct ChangePart {
  int32_t days = 0;
  ChangeLine why, facts;
};

struct ChangeEffect {
  ChangeTone tone = ChangeTone::neutral;
  ChangeLine line;
};

/// A milestone that moved, or stands otherwise than it did.
struct ChangeDate {
  ChangePhrase title;
  ChangeLine was, now, change;
  ChangeLine health;  // as the facts say, if that is another
  ChangeTone tone = ChangeTone::neutral;
};

/// A record, or a page without an id: its name, and what of it changed; nothing if that says its
/// group.
struct ChangedRecord {
  ChangePhrase id, title;
  ChangeLine detail;
  ViewPageId page = kNoViewPage;  // a plain page of the later View
};

struct ChangeGroup {
  std::string name;   // "moved"
  std::string label;  // "Moved"
  std::vector<ChangedRecord> records;
};

/// Owns its words.
struct ChangeReport {
  std::string between;  // "From Tue 26 May to Tue 2 Jun"
  std::string counts;   // "31 changes to 22 records, 4 people"; empty: to none
  ChangeTone tone = ChangeTone::neutral;
  ChangeLine headline;
  std::string was_label, now_label;  // the two days, as columns are headed
  std::vector<ChangeDate> dates;
  std::vector<ChangePart> parts;
  int32_t sum = 0;  // of the parts, which is what the target moved
  std::vector<ChangeEffect> effects;
  std::vector<ChangeGroup> groups;  // those that have records
  std::string wording;              // "Not counted: 14 edits of wording and formatting."; or empty
  std::vector<ChangedRecord> reworded;
};

/// `after` is the later View that `changes` were made with. Linear in the changes.
ChangeReport change_report(const Changes& changes, const View& after, const Words& words);

/// The same without the records, one by one: no groups, no wording.
ChangeReport change_summary(const Changes& changes, const View& after, const Words& words);

/// "+4 d", "−2 d", "0 d"
std::string slip_words(const Words& words, int64_t days);

}  // namespace milepost
