// Days and periods of the civil (proleptic Gregorian) calendar.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace milepost {

enum class Weekday : std::uint8_t {
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday
};

std::string_view weekday_name(Weekday weekday);  // "Monday"
std::string_view month_name(int month);          // 1 to 12: "January"

struct CivilDate {
  int year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31

  friend constexpr auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

// A day, as the number of days since 1970-01-01. The calendar runs from 0001-01-01 to 9999-12-31;
// arithmetic stops at its ends.
struct Date {
  std::int32_t days = 0;

  friend constexpr auto operator<=>(const Date&, const Date&) = default;
};

inline constexpr Date kFirstDate{-719162};  // 0001-01-01
inline constexpr Date kLastDate{2932896};   // 9999-12-31

bool is_leap_year(int year);
int days_in_month(int year, int month);

// Nothing if there is no such day (2026-02-30) or the year is not 1 to 9999.
std::optional<Date> make_date(int year, int month, int day);
// The same, but a day past its month's end becomes the month's last, and so on inwards.
Date nearest_date(int year, int month, int day);

CivilDate civil(Date date);
Weekday weekday(Date date);

Date add_days(Date date, std::int64_t days);
// Keeps the day of the month, or takes the month's last (31 January + 1 = 28 February).
Date add_months(Date date, std::int64_t months);
constexpr std::int64_t days_between(Date from, Date to) {
  return static_cast<std::int64_t>(to.days) - from.days;
}

Date first_of_month(Date date);
Date last_of_month(Date date);
// The last day not after `date` that is a `first` (the day its week begins on).
Date week_begin(Date date, Weekday first = Weekday::monday);

struct IsoWeek {
  int year = 1970;
  int week = 1;  // 1 to 53
};
IsoWeek iso_week(Date date);
int iso_weeks_in_year(int year);
// The Monday of the week; nothing if the year has no such week.
std::optional<Date> iso_week_begin(int year, int week);

std::string to_iso(Date date);  // "2026-06-30"

// A run of days, both ends inside it.
struct DateRange {
  Date first;
  Date last;

  constexpr bool contains(Date date) const { return first <= date && date <= last; }
  friend constexpr auto operator<=>(const DateRange&, const DateRange&) = default;
};

// How exactly a date was given.
enum class Precision : std::uint8_t {
  day,
  week,
  sprint,
  part,  // a named part of a longer period: "mid-June", "end of Q3"
  month,
  quarter,
  half,
  year
};

std::string_view precision_name(Precision precision);  // "day", "week" …

// A date as people give it: a period of at least one day. As a due date it means the period's
// last working day, as a start its first (working_time.h).
struct DateValue {
  Date first;
  Date last;
  Precision precision = Precision::day;

  constexpr bool is_day() const { return first == last; }
  friend constexpr auto operator<=>(const DateValue&, const DateValue&) = default;
};

constexpr DateValue day_value(Date date) {
  return {date, date, Precision::day};
}

// "2026-06-30" for a day, else "2026-06-01..2026-06-30".
std::string to_iso(const DateValue& value);

}  // namespace milepost
