// Dates given by another record: `M-GA - 5d`, `ATO + 30 days`, `3d before start`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "calendar/date_parse.h"
#include "calendar/duration.h"

namespace milepost {

enum class WhenAnchor : std::uint8_t { date, reference };

// An anchor and how far away from it. Offsets are bytes of the input.
struct When {
  WhenAnchor anchor = WhenAnchor::date;
  DateValue date;              // of a date
  std::string_view reference;  // of a reference, as written: an id, a link, a title. Borrows.
  std::size_t anchor_offset = 0;
  std::size_t anchor_length = 0;
  std::optional<Duration> shift;  // signed
  std::size_t shift_offset = 0;   // of the sign or the duration
  std::size_t shift_length = 0;
};

enum class WhenProblem : std::uint8_t {
  empty,
  date,      // `date_error` says what is wrong
  duration,  // `duration_error` says what is wrong; offsets are into the input
};

struct WhenError {
  WhenProblem problem = WhenProblem::empty;
  std::size_t offset = 0;
  std::size_t length = 0;
  std::optional<DateError> date_error;
  std::optional<DurationError> duration_error;
};

struct WhenParse {
  std::optional<When> value;
  std::optional<WhenError> error;  // beside the value only for a date's wrong weekday
};

// A date, a reference, or either with `+` or `-` and a duration (`M-GA - 5d`; a minus needs a
// space before it, since ids have hyphens), or a duration `before` or `after` either. What begins
// like a date is a date and reports a date's problems; else it is a reference, which the caller
// looks up. Reads all of `text`.
WhenParse parse_when(std::string_view text, const DateContext& dates,
                     const DurationContext& durations);

}  // namespace milepost
