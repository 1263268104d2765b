// Reads the dates people write: ISO, month names, weeks, quarters, sprints.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "calendar/date.h"

namespace milepost {

// How `03/04/2026` is read. Without one, only dates that can be read in a single way are accepted.
enum class DateOrder : std::uint8_t { unknown, day_month, month_day };

struct SprintPlan {
  Date first;              // the first day of sprint 1
  std::int32_t days = 14;  // calendar days from one sprint's start to the next, at least 1
};

// What a date that names no year, or a week or sprint by number, is counted from.
struct DateContext {
  std::optional<Date> program_start;
  std::optional<SprintPlan> sprints;
  int fiscal_start = 1;  // the month quarters, halves and FY years begin in
  DateOrder order = DateOrder::unknown;
  Weekday week_start = Weekday::monday;  // what "Week 12" begins on; ISO weeks begin on Monday
};

enum class DateProblem : std::uint8_t {
  unreadable,        // no date
  ambiguous,         // 03/04/2026: `reading` takes the day first, `other_reading` the month
  impossible,        // 2026-02-30, 2026-W54, Week 0: `reading` is the nearest that exists, if any
  weekday_mismatch,  // "Monday 9th June 2026": the date counts, `weekday` is its true weekday
  needs_start,       // "Week 12" or "8 Jun" in a program without a start
  needs_sprints,     // "Sprint 9" in a program without a sprint calendar
};

struct DateError {
  DateProblem problem = DateProblem::unreadable;
  // Bytes of the input that are wrong, for a caret.
  std::size_t offset = 0;
  std::size_t length = 0;
  std::optional<DateValue> reading;
  std::optional<DateValue> other_reading;
  Weekday weekday = Weekday::monday;
};

struct DateParse {
  std::optional<DateValue> value;  // there if the text was understood
  std::optional<DateError> error;  // there if not, and beside the value for weekday_mismatch
  // Bytes of the input up to the end of the date; white space, a comment or a time of day may
  // follow. 0 if it was not understood.
  std::size_t consumed = 0;
  // The year was not written: it is the first that does not end the date before the program start.
  bool year_assumed = false;
};

// Reads one date at the start of `text` (after white space). Case never matters. Accepted:
//   2026-06-30, 2026/06/30, 30.06.2026, 25/01/2021 and 01/25/2021 (see DateOrder), 20260630
//   30 Jun 2026, 30-Jun-26, June 30, 2026, Monday 8th June 2026, 8 June, Jun 8
//   2026-06, June 2026, Jun '26, 2026, FY2026
//   2026-Q3, Q3 2026, Q3, FY26 Q3, 2026-H2, H2 2026, H2
//   Week 12 and W12 (of the program: week 1 holds its start), 2026-W12, W12 2026, 2026-W12-3 (ISO)
//   Sprint 9
//   early, mid, late, start of, beginning of, end of before a month, quarter, half or year
//   week of 8 June 2026, w/c 8 June 2026
// "by" and "on" may stand before it. A fiscal year that does not begin in January is named by the
// calendar year that holds most of it. Linear in the date's length; never throws, no locale.
DateParse parse_date(std::string_view text, const DateContext& context);

// Reads all of `text`: what follows the date is unreadable.
DateParse parse_whole_date(std::string_view text, const DateContext& context);

// 2026-06-08..2026-06-12, Jun 8 – Jun 12, 2026, 8 June to 12 June, Weeks 3-4, or a single date.
// The ends may be coarse; the period runs from the first day of one to the last of the other.
// An end before its beginning is `impossible`. `value` spans the period; its precision is the
// coarser of the two.
DateParse parse_date_range(std::string_view text, const DateContext& context);

// A date that moved: `~~2026-06-15~~ 2026-06-30`. Offsets are into the input.
struct MovedDate {
  std::string_view before;  // without the strike-through marks
  std::size_t before_offset = 0;
  std::string_view after;  // the rest
  std::size_t after_offset = 0;
};

// Nothing if `text` does not begin with struck text. Of several struck dates `before` is the last
// and they are all cut from `after`. Borrows.
std::optional<MovedDate> split_moved_date(std::string_view text);

// 1 to 12 for a month's English name or an abbreviation of at least three letters.
std::optional<int> parse_month(std::string_view word);
// For a weekday's English name or its two-letter or longer abbreviation.
std::optional<Weekday> parse_weekday(std::string_view word);

}  // namespace milepost
