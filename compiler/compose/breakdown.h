// The work as a tree: workstreams, their tasks, the parts of those.
#pragma once

#include <cstdint>
#include <vector>

#include "redact/view.h"

namespace milepost {

struct BreakdownRow {
  ViewRecordId record = kNotInPlan;
  uint8_t depth = 0;  // below its workstream
};

struct BreakdownGroup {
  ViewRecordId workstream = kNotInPlan;  // kNotInPlan: what is in none, last
  std::vector<BreakdownRow> rows;        // parts after what they are part of, else by start
  size_t done = 0;
  size_t shown = 0;  // of the rows, the first; a page cannot hold all of a very large plan
};

struct Breakdown {
  std::vector<BreakdownGroup> groups;  // in the order of the View
  size_t items = 0, done = 0;
};

/// Tasks, milestones, releases and dependencies that were not dropped, whether they have a date or
/// not. A workstream without any has a group of its own. O(n log n).
Breakdown make_breakdown(const View& view);

}  // namespace milepost
