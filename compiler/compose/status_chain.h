// How a decision, or whatever else is replaced rather than edited, came to stand as it does.
#pragma once

#include <vector>

#include "redact/view.h"

namespace milepost {

struct StatusChain {
  /// What it replaced, itself, what replaced it: the oldest first, at most kMostSteps. Just itself
  /// if nothing was replaced.
  std::vector<ViewRecordId> steps;
  std::vector<ViewRecordId> amends, amended_by;  // what corrects without replacing

  bool is_alone() const { return steps.size() < 2 && amends.empty() && amended_by.empty(); }
};

inline constexpr size_t kMostSteps = 12;

/// Ends on any links, circles too. Linear in the links of the steps.
StatusChain status_chain(const View& view, ViewRecordId record);

}  // namespace milepost
