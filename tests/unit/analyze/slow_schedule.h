// The schedule worked out day by day: slow, and plain enough to be believed.
#pragma once

#include <optional>
#include <vector>

#include "analyze/network.h"
#include "analyze/passes.h"

namespace milepost {

struct SlowDates {
  Date start, finish;
};

/// Shares no code with the passes: it asks a calendar of its own whether a day is worked, and tries
/// days one after the other until nothing changes any more. No circles, no parts of summaries.
class SlowSchedule {
 public:
  /// `worked[t][d]`: whether working time t has the day `first` + d.
  SlowSchedule(const Network& network, Date first, std::vector<std::vector<bool>> worked);

  const std::vector<SlowDates>& dates() const { return dates_; }

  /// The most working days (from `least` to `most`, of the item) that an item can lie later and ...
  /// the finish of `target`, or for kNoNode the last finish of all, stays; kNoFloat if it stays at
  /// `most`, too.
  int32_t total_float(uint32_t node, uint32_t target, int32_t most) const;
  /// ... no other item moves.
  int32_t free_float(uint32_t node, int32_t most) const;
  /// ... no commitment or deadline that lies on a way from it breaks, if nothing else held them.
  int32_t commitment_float(uint32_t node, int32_t least, int32_t most) const;

  Date last_finish() const;

 private:
  bool works(uint32_t node, Date day) const;
  Date step(uint32_t node, Date day, int64_t days) const;
  Date nth(uint32_t node, Date boundary, int64_t n) const;
  int32_t length(uint32_t node) const;
  SlowDates arrival(const NetworkEdge& edge, SlowDates from, bool& at_start) const;
  std::vector<SlowDates> settle(uint32_t moved, SlowDates at) const;
  SlowDates place(uint32_t node, const std::vector<SlowDates>& dates) const;
  SlowDates shifted(uint32_t node, int32_t days) const;
  bool keeps(uint32_t node, SlowDates at) const;

  const Network& network_;
  Date first_;
  std::vector<std::vector<bool>> worked_;
  std::vector<SlowDates> dates_;
};

}  // namespace milepost
