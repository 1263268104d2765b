// How long somebody has waited for an answer, from what is known.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "redact/view.h"

namespace milepost {

enum class ClockState : uint8_t {
  none,      // nobody has to answer by a time
  answered,  // acknowledged, escalated or over
  running,   // the time is after the as-of date, or on it: the day has no time of day
  past,      // the time was before the as-of date, and nobody has answered
};

struct ResponseClock {
  ClockState state = ClockState::none;
  /// Of the time there was, in percent, 0 to 100; more than there was is 100. Absent if no bar can
  /// be drawn from what is known.
  std::optional<uint8_t> percent;
  std::optional<DateTime> answered_at;
  std::optional<int64_t> took_minutes;  // only if both moments were given with their time of day
  bool answered_late = false;
};

ResponseClock response_clock(const View& view, const ViewRecord& record);

/// A moment that a field of the record holds; nothing if it has none.
std::optional<DateTime> moment_of(const View& view, const ViewRecord& record,
                                  std::string_view field);

}  // namespace milepost
