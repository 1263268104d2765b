// The update of a period, ready to be written as a message, a mail or a part of a page.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compose/outline.h"
#include "compose/status_data.h"
#include "redact/view.h"

namespace milepost {

/// Words of an update as they read, not yet safe for any place; with a record they are its title,
/// which leads to it.
struct UpdateWords {
  std::string text;
  ViewRecordId record = kNoViewRecord;
};
using UpdateLine = std::vector<UpdateWords>;

struct UpdateItem {
  UpdateLine line;
  std::vector<UpdateLine> below;  // what belongs to it, a line each
};

struct UpdateSection {
  std::string name;  // of its mark: "completed"; see mark_of()
  std::string title;
  std::vector<UpdateLine> paragraphs;
  std::vector<UpdateItem> items;
  bool numbered = false;
  size_t more = 0;  // that are not among `items`
};

/// What the author of the report says, in his own words.
struct UpdateQuote {
  std::vector<std::string> paragraphs;
  std::string by;  // "Dana Okafor, Fri 29 May"
};

struct Update {
  std::string title;   // "Checkout Replatform, week 21"
  std::string period;  // "From Fri 22 May to Mon 1 Jun"
  ViewHealth state = ViewHealth::none;
  std::string overall;  // "Overall status"
  std::string state_words;
  std::vector<std::string> verdict;  // sentences under it
  UpdateQuote quote;
  std::vector<UpdateSection> sections;
  std::string note;  // at the end: what it is made from; may be empty
};

/// The update in the format of a weekly status report: overall status, completed, in progress,
/// risks and mitigations, issues, metrics, next, decisions needed. Of a period that does not run
/// now only what dates prove. `report` has the words; it may be none. Linear in the records.
Update period_update(const Outline& outline, const PeriodFacts& period, ViewRecordId report);

/// The update as it is sent: of a report that keeps its facts those and nothing of today; of the
/// period that runs now for an audience with a page of its own that page's sections; else
/// period_update().
Update update_of(const Outline& outline, const PeriodFacts& period, ViewRecordId report);

/// Adds what `as_sent` keeps to the sections of `update`, in words.
void read_sent_facts(const View& view, const ViewField& as_sent, Update& update);

/// "🚧" before "In progress", where pictures are usual; empty if a section has none.
std::string_view mark_of(std::string_view section);
/// "🟡" of a state that is always told in words, too.
std::string_view mark_of(ViewHealth state);

/// Where names of records lead: the page of a record in the site, if the site says where it is.
std::optional<std::string> address_of(const Outline& outline, ViewRecordId record);

}  // namespace milepost
