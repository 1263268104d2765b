// Questions about one target that are asked many times: what if an item moved, who has how much
// float.
#pragma once

#include <vector>

#include "analyze/date_limits.h"
#include "analyze/passes.h"

namespace milepost {

/// Moves items and looks at one target. Borrows both; they must not change meanwhile. Each question
/// costs what lies between the item and the target.
class WhatIf {
 public:
  WhatIf(const Network& network, const Passes& passes, uint32_t target);

  /// As finish_if_moved (passes.h).
  Date finish_if(uint32_t node, int32_t days);
  /// Items that a question looks at, at most.
  std::size_t size() const { return before_.size(); }

 private:
  const Network& network_;
  const Passes& passes_;
  uint32_t target_;
  std::vector<uint32_t> before_;  // what the target rests on and it, in order
  std::vector<uint32_t> place_;   // by node, in before_; beyond it for what is not there
  std::vector<NodeDates> dates_;  // as in passes_ between two questions
  std::vector<bool> touched_;     // all false between two questions
  std::vector<uint32_t> changed_;
};

struct NodeFloat {
  uint32_t node = 0;
  int32_t days = 0;
};

/// Float of unfinished items against any of several targets. Each answer costs what still holds the
/// target; after five million relations in all there are no more (empty). Borrows both.
class FloatsTo {
 public:
  FloatsTo(const Network& network, const Passes& passes);

  /// Working days (of the item) by which each item that holds `target` may lie later and it still
  /// holds. The target itself is not among them.
  std::vector<NodeFloat> to(uint32_t target);

 private:
  const Network& network_;
  const Passes& passes_;
  std::vector<uint32_t> place_;     // by node, in Passes::order
  std::vector<uint32_t> asked_;     // by node: the question it was last met in
  std::vector<DateLimits> limits_;  // by node, of that question
  uint32_t question_ = 0;
  std::size_t left_ = 5'000'000;  // relations
};

}  // namespace milepost
