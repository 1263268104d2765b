// Lengths of time as people estimate them: working time or time on the clock.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace milepost {

enum class TimeKind : std::uint8_t {
  working,  // counted in working days and hours
  wall      // elapsed: nights, weekends and holidays count
};

// Exact minutes, signed. A working day has as many as the program's `hours_per_day` says, a wall
// day 1,440.
struct Duration {
  std::int64_t minutes = 0;
  TimeKind kind = TimeKind::working;

  friend constexpr bool operator==(const Duration&, const Duration&) = default;
};

// What a day, a week and a sprint are worth.
struct DurationContext {
  std::int32_t minutes_per_day = 480;  // of work, 1 to 1,440
  std::int32_t days_per_week = 5;      // of work, 1 to 7
  // Length of a sprint; both absent if the program has none.
  std::optional<std::int32_t> sprint_working_days;
  std::optional<std::int32_t> sprint_wall_days;
  // What a duration without `wall` or `working` is. For launches, `wall`.
  TimeKind default_kind = TimeKind::working;
};

enum class DurationProblem : std::uint8_t {
  unreadable,
  missing_unit,    // `5`
  unknown_unit,    // `5 fortnights`
  ambiguous_unit,  // `6m`: months or minutes
  too_large,       // more than 100 years
  needs_sprints,   // `sprint` in a program without a sprint calendar
  wrong_order,     // of an estimate: optimistic ≤ likely ≤ pessimistic
  mixed_kinds,     // of an estimate: `3d..24h wall`
};

struct DurationError {
  DurationProblem problem = DurationProblem::unreadable;
  std::size_t offset = 0;  // bytes of the input that are wrong
  std::size_t length = 0;
};

struct DurationParse {
  std::optional<Duration> value;
  std::optional<DurationError> error;
  std::size_t consumed = 0;  // bytes up to the end of the duration; a comment may follow
};

// 3d, 2w, 1.5d, 16h, 90min, 1mo (4 weeks), `1 month`, `30 days`, `2 working days`, `1w 2d`,
// `2h30m`, `sprint`, `2 sprints`, `24h wall`, `3 calendar days`. Not negative. Bare `m` is
// minutes only after hours or where `default_kind` is wall.
DurationParse parse_duration(std::string_view text, const DurationContext& context);
// Reads all of `text`: what follows the duration is unreadable.
DurationParse parse_whole_duration(std::string_view text, const DurationContext& context);

// Elapsed working time of a piece of work. optimistic ≤ likely ≤ pessimistic, one kind.
struct Estimate {
  Duration optimistic;
  Duration likely;
  Duration pessimistic;

  constexpr bool is_range() const { return optimistic != pessimistic; }
  friend constexpr bool operator==(const Estimate&, const Estimate&) = default;
};

struct EstimateParse {
  std::optional<Estimate> value;
  std::optional<DurationError> error;
  std::size_t consumed = 0;
};

// A duration, or a range: `3w..6w`, `3-6w`, `3 to 6 weeks`, `3w – 6w`. A range's likely value is
// its middle.
EstimateParse parse_estimate(std::string_view text, const DurationContext& context);

// From the three values of a mapping; nothing if they are out of order or of different kinds.
// Without `likely` it is the middle.
std::optional<Estimate> make_estimate(Duration optimistic, std::optional<Duration> likely,
                                      Duration pessimistic);

// Whole days, a begun day counts; the sign is kept (−4h is −1).
std::int64_t whole_days(Duration duration, const DurationContext& context);
// "3d", "1.5d", "2w", "4h", "24h wall": the shortest exact spelling that parse_duration reads.
std::string to_text(Duration duration, const DurationContext& context);

}  // namespace milepost
