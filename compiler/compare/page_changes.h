// What became of each plain page between two versions.
#pragma once

#include <string>
#include <vector>

#include "compare/record_change.h"
#include "redact/view.h"

namespace milepost {

inline constexpr ViewPageId kNoViewPage{0xFFFFFFFF};

/// A page that is not as it was. Copied from the two Views.
struct PageChange {
  std::string path, title;          // as now, else as it was
  std::string was_path, was_title;  // if they are others now
  RecordFate fate = RecordFate::changed;
  bool text = false;               // what it says is another; how it is written is no change
  ViewPageId after = kNoViewPage;  // in the later View, if it is there
};

/// Pages are matched by path, else by a title that no other unmatched one has. The text of a page
/// that holds records is told by these. By path in natural order; page_changes(b, a) tells the same
/// with before and after changed over. Linear in both Views but for sorting.
std::vector<PageChange> page_changes(const View& before, const View& after);

}  // namespace milepost
