// What rests on a decision: what would have to be looked at again if it were reversed.
#pragma once

#include <cstdint>
#include <vector>

#include "compose/downstream.h"
#include "redact/view.h"

namespace milepost {

struct RestingRecord {
  ViewRecordId record = kNoViewRecord;
  uint32_t link_type = 0;                // into View::link_types
  bool to_decision = false;              // the link leads to the decision, or to what rests on it
  ViewRecordId through = kNoViewRecord;  // another record that rests on it; else directly
};

struct DecisionReach {
  /// What depends on it, is decided or changed by it, fulfils or corrects it, and on through these;
  /// then what names it. Reports, meetings and what it replaced are history, not built on it.
  std::vector<RestingRecord> records;
  std::vector<HeldMilestone> milestones;  // behind the open ones of them
};

/// At most so many records; linear in their links.
inline constexpr size_t kMostResting = 400;
DecisionReach decision_reach(const View& view, ViewRecordId decision);

}  // namespace milepost
