// Which days are worked: week patterns, holidays, absence, and counting in working days.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "calendar/duration.h"

namespace milepost {

// The weekdays that are worked, one bit each, Monday lowest.
struct WeekPattern {
  std::uint8_t bits = 0b0011111;

  constexpr bool works(Weekday day) const { return (bits >> static_cast<unsigned>(day)) & 1u; }
  int days() const;
  // The weekday after the longest run of days off: what a week begins on.
  Weekday first_day() const;
  friend constexpr bool operator==(const WeekPattern&, const WeekPattern&) = default;
};

inline constexpr WeekPattern kMondayToFriday{0b0011111};

struct WeekPatternParse {
  std::optional<WeekPattern> value;
  std::size_t error_offset = 0;  // of the word that is no weekday
  std::size_t error_length = 0;
};

// `mon-fri`, `sun-thu`, `mon, wed, fri`, `mon-wed, sat`, `every day`. At least one day.
WeekPatternParse parse_week_pattern(std::string_view text);

std::string to_text(WeekPattern pattern);  // "mon-fri", "mon-wed, fri"

// One calendar as written: of a program, a team, a person. What is absent is inherited.
struct CalendarLayer {
  std::optional<WeekPattern> week;
  std::optional<std::int32_t> minutes_per_day;
  std::vector<DateRange> days_off;  // holidays, absence; any order, may overlap
  bool inherits_days_off = true;    // false: the days off of the layers below do not hold
};

// Answers questions about working days. Immutable; any number of threads may ask. Holds one entry
// per run of days off, so a thousand-year holiday costs no more than a day.
class WorkingTime {
 public:
  // Monday to Friday, eight hours, no holidays.
  WorkingTime();
  // Layers from the most general to the most particular: program, team, person. O(n log n).
  explicit WorkingTime(std::span<const CalendarLayer* const> layers);
  explicit WorkingTime(const CalendarLayer& layer);

  WeekPattern week() const { return week_; }
  std::int32_t minutes_per_day() const { return minutes_per_day_; }
  const std::vector<DateRange>& days_off() const { return days_off_; }  // sorted, disjoint

  bool is_working(Date date) const;

  // `date` itself if it is worked, else the nearest worked day after (before) it. All of these
  // cost O(log n) and stop at the ends of the calendar.
  Date on_or_after(Date date) const;
  Date on_or_before(Date date) const;
  // Strictly after (before) `date`.
  Date next(Date date) const { return add(date, 1); }
  Date previous(Date date) const { return add(date, -1); }

  // The n-th working day after `date` (before it, if n is negative); `date` itself for 0, worked
  // or not. So a day off behaves like the working day before it for n > 0, after it for n < 0.
  Date add(Date date, std::int64_t n) const;

  // Working days in [first, last], both ends counted; 0 if last < first.
  std::int64_t count(Date first, Date last) const;

  // Steps from `from` to `to`: add(from, between(from, to)) is `to` if both are worked. Counts
  // the working days in (from, to]; negative if `to` is earlier.
  std::int64_t between(Date from, Date to) const;

  // The day a duration away: working time in whole working days, wall time in whole days, a begun
  // day counts.
  Date shift(Date date, Duration duration) const;

  // What a coarse date means as a due date and as a start: its period's last (first) working day.
  // A day stays as it is, and a period without any working day gives its last (first) day.
  Date as_due(const DateValue& value) const;
  Date as_start(const DateValue& value) const;

  // Days, weeks and hours of this calendar for parse_duration.
  DurationContext duration_context() const;

 private:
  std::int64_t rank(std::int64_t day) const;
  std::int64_t select(std::int64_t rank) const;
  std::int64_t week_rank(std::int64_t day) const;
  std::int64_t week_select(std::int64_t rank) const;
  void build();

  WeekPattern week_;
  std::int32_t minutes_per_day_ = 480;
  std::vector<DateRange> days_off_;
  std::vector<std::int64_t> removed_;  // working days lost before days_off_[i]; one entry more
};

}  // namespace milepost
