// The times of a launch: moments on the clock, from the day it starts on.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "calendar/date.h"
#include "calendar/datetime.h"
#include "calendar/duration.h"
#include "calendar/working_time.h"
#include "calendar/zone.h"
#include "shape/settings.h"

namespace milepost {

struct LaunchMoment {
  std::optional<DateTime> at;
  bool all_day = false;    // only the day is known: `at` is its midnight
  bool bare_time = false;  // `09:00` alone: the day is that of the launch
  bool by_days = false;    // days from the start, at its time of day
};

/// Reads times of one launch. Hours and minutes pass on the clock (`start + 2h` is two hours later,
/// whatever the clock on the wall is changed to); days and weeks are working days, at the same time
/// of day.
class LaunchClock {
 public:
  LaunchClock(const Settings& settings, const WorkingTime& time);

  /// When it begins; `day` is where a bare time of day falls, and what a launch without a time
  /// counts days from.
  void begin(std::optional<DateTime> start, std::optional<Date> day);
  std::optional<DateTime> start() const { return start_; }
  const Zone& zone() const { return zone_; }

  /// `start`, `start + 2h`, `T-30min`, `+2h`, `Hour 2`, `2h before start`, `09:00`, `9am`, `Hour 0
  /// (9am)`, `2026-06-22 14:00`, `2026-06-22`. Nothing if it is none of these, or counts from a
  /// start that is not known.
  std::optional<LaunchMoment> read(std::string_view text) const;
  /// True if `text` has the form of a time, also of one that counts from an unknown start.
  bool is_time(std::string_view text) const;

  /// How long `text` lasts (`2h`, `30 minutes`, `1d`); nothing if it is no duration.
  std::optional<Duration> length(std::string_view text) const;
  DateTime later(DateTime from, Duration length) const;

  /// The time of day in `Hour 0 (9am)`, `09:00` or `9 am`: seconds; nothing if there is none.
  static std::optional<std::int32_t> time_of_day(std::string_view text);

 private:
  std::optional<LaunchMoment> from_start(Duration shift) const;
  std::optional<LaunchMoment> on_day(std::int32_t second) const;

  const Settings& settings_;
  const WorkingTime& time_;
  Zone zone_;
  std::optional<DateTime> start_;
  std::optional<Date> day_;
};

}  // namespace milepost
