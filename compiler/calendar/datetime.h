// Moments: a date with a time of day and a zone.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/date.h"
#include "calendar/date_parse.h"
#include "calendar/zone.h"

namespace milepost {

// A point in time: seconds since 1970-01-01T00:00:00Z, without leap seconds.
struct DateTime {
  std::int64_t utc_seconds = 0;

  friend constexpr auto operator<=>(const DateTime&, const DateTime&) = default;
};

// What a clock and a calendar on the wall show.
struct LocalTime {
  Date date;
  std::int32_t second_of_day = 0;  // 0 to 86,399

  friend constexpr auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

LocalTime to_local(DateTime time, const Zone& zone);
DateTime to_utc(const LocalTime& local, const Zone& zone);
Date date_in(DateTime time, const Zone& zone);

std::string to_iso(DateTime time);                    // "2026-06-22T09:00:00Z"
std::string to_iso(DateTime time, const Zone& zone);  // "2026-06-22T10:00:00+01:00"
std::string to_text(const LocalTime& local);          // "2026-06-22 10:00"; seconds if any

enum class DateTimeProblem : std::uint8_t {
  date,         // `date_error` says what is wrong with the date
  not_a_day,    // "June 2026 09:00": a time needs a day
  time,         // 25:00, 13pm
  offset,       // +25:00
  zone,         // an unknown zone name after the time
  ambiguous,    // the clock shows it twice: the earlier counts
  nonexistent,  // the clock skips it: the moment of the change counts
};

struct DateTimeError {
  DateTimeProblem problem = DateTimeProblem::date;
  std::size_t offset = 0;  // bytes of the input that are wrong
  std::size_t length = 0;
  std::optional<DateError> date_error;
  std::string suggestion;  // a zone's name, for `zone`
};

struct DateTimeParse {
  // There if the text was understood, and beside the error for ambiguous and nonexistent.
  std::optional<DateTime> value;
  std::optional<DateTimeError> error;
  LocalTime local;           // as written
  bool has_time = false;     // false: only a date was given, read as its first midnight
  bool has_zone = false;     // the text names its offset or zone
  DateValue date;            // as written, with its precision
  std::size_t consumed = 0;  // bytes of the input up to the end of the moment
};

// 2026-06-22 09:00, 2026-06-22T09:00:00Z, 2026-06-22T09:00+02:00, 22 June 2026, 9am,
// Monday 8th June 2026 at 14:30 Europe/Berlin, 2026-06-22 09:00 UTC; without offset or zone in
// `zone`. Every date that parse_date reads may stand alone.
DateTimeParse parse_datetime(std::string_view text, const DateContext& context, const Zone& zone);

}  // namespace milepost
