// What changed since the version before, in a few lines: for the overview, status pages, updates
// and the screen of a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "compose/change_line.h"
#include "compose/overview_data.h"
#include "compose/words.h"
#include "redact/view.h"

namespace milepost {

struct Changes;

/// What happened in one way, the gravest first.
struct SinceRow {
  std::string label;              // "Moved"
  std::vector<ChangeLine> items;  // those that are named
  size_t more = 0;                // that are not
};

/// Owns its words. Nothing in it: there is no version before.
struct Since {
  std::string day;      // "Fri 22 May", with what that version is called, if it is called something
  std::string counts;   // "31 changes to 22 records, 4 people"; empty: of no record
  ChangeLine headline;  // what became of the target
  /// Dates that moved, what is worse, what is better, then records by what happened to them: came
  /// true, escalated, reopened, met, decided, finished, closed, opened.
  std::vector<SinceRow> rows;
  /// Only what it did: dates and verdicts, for where records are told by themselves.
  SinceRow consequences;

  bool known() const { return !day.empty(); }
};

/// `recent` is that of `changes`, and `view` the later View. Linear.
Since since_version(const Changes& changes, const RecentChanges& recent, const View& view,
                    const Words& words);

/// How an event of a record is called: "Came true".
Word verb_word(ChangeVerb verb);
/// How many events of a sort are named where room is short.
size_t most_named(ChangeVerb verb);

}  // namespace milepost
