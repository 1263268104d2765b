// How long it took from when something was asked for to its end.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "compose/outline.h"

namespace milepost {

/// The day an escalation, decision or blocker was over: resolved, decided, or decided by another
/// record. Nothing while it is open.
std::optional<Date> closed_on(const View& view, const ViewRecord& record, ViewRecordId id);

/// Working days from `raised` to closed_on(); 0: on the same day. Nothing if a day is missing, or
/// they are the wrong way round.
std::optional<int64_t> cycle_days(const View& view, ViewRecordId id);

/// Of the records of a kind that were brought to an end, not dropped.
struct CycleTimes {
  std::vector<int64_t> days;  // sorted: of those that say both days
  ViewRecordId slowest = kNoViewRecord;
  uint32_t closed = 0;  // all of them

  bool empty() const { return days.empty(); }
  /// Halves are rounded up to tenths: "2.5" is 25.
  int64_t mean_tenths() const;
  int64_t median_tenths() const;
  /// How many took less than so many days.
  uint32_t within(int64_t limit) const;
};

/// Linear in the records of the kind and their links.
CycleTimes cycle_times(const Outline& outline, ViewKindId kind);

struct OpenedClosed {
  uint32_t opened = 0, closed = 0;
};
/// Since a day, that day included.
OpenedClosed opened_and_closed(const Outline& outline, ViewKindId kind, Date since);

}  // namespace milepost
