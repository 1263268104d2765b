// Durations and estimates: every unit, exact minutes, and what is refused.
#include "calendar/duration.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

using namespace milepost;

namespace {

DurationContext context() {
  DurationContext result;
  result.sprint_working_days = 10;
  result.sprint_wall_days = 14;
  return result;
}

std::string show(const DurationError& error) {
  static constexpr std::string_view kProblems[] = {
      "unreadable", "missing_unit",  "unknown_unit", "ambiguous_unit",
      "too_large",  "needs_sprints", "wrong_order",  "mixed_kinds"};
  return std::string(kProblems[static_cast<int>(error.problem)]) + " " +
         std::to_string(error.offset) + "-" + std::to_string(error.offset + error.length);
}

std::string show(const DurationParse& parse) {
  if (!parse.value) return show(*parse.error);
  return std::to_string(parse.value->minutes) +
         (parse.value->kind == TimeKind::wall ? " wall" : "");
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

}  // namespace

TEST_CASE("durations are exact minutes", "[calendar][duration]") {
  const std::vector<Row> rows{
      {"3d", "1440"},
      {"3 days", "1440"},
      {"1 day", "480"},
      {"2w", "4800"},
      {"2 weeks", "4800"},
      {"1.5d", "720"},
      {"0.25d", "120"},
      {"0.333d", "160"},
      {"16h", "960"},
      {"90min", "90"},
      {"1mo", "9600"},
      {"1 month", "9600"},
      {"30 days", "14400"},
      {"30 Days", "14400"},
      {"\u00A03\u00A0d ", "1440"},
      {"1w 2d", "3360"},
      {"1d4h", "720"},
      {"2h30m", "150"},
      {"2h 30min", "150"},
      {"sprint", "4800"},
      {"1 sprint", "4800"},
      {"2 sprints", "9600"},
      {"24h wall", "1440 wall"},
      {"1h wall time", "60 wall"},
      {"3d elapsed", "4320 wall"},
      {"2w wall", "20160 wall"},
      {"sprint wall", "20160 wall"},
      {"30 calendar days", "43200 wall"},
      {"5 business days", "2400"},
      {"5 working days", "2400"},
      {"5 person-days", "2400"},
      {"~3d", "1440"},
      {"0d", "0"},
      {"", "unreadable 0-0"},
      {"soon", "unreadable 0-4"},
      {"5", "missing_unit 0-1"},
      {"5.", "missing_unit 0-1"},
      {"5 fortnights", "unknown_unit 2-12"},
      {"3dd", "unknown_unit 1-3"},
      {"3dé", "unknown_unit 1-2"},
      {"6m", "ambiguous_unit 1-2"},
      {"-3d", "unreadable 0-3"},
      {"3d 2026", "unreadable 3-7"},
      {"3d (firm)", "unreadable 3-9"},
      {"1e3d", "unknown_unit 1-2"},
      {"99999999d", "too_large 0-9"},
      {"99999999999999999999999999w", "too_large 0-27"},
      {"100000000000000.5d", "too_large 0-18"},
      {"day", "unreadable 0-3"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(show(parse_whole_duration(row.text, context())) == row.expected);
  }
}

TEST_CASE("a comment may follow a duration", "[calendar][duration]") {
  CHECK(parse_duration(" 3d (firm)", {}).consumed == 3);
  CHECK(parse_duration("3d 2 people", {}).consumed == 2);
  CHECK(parse_duration("3d work on it", {}).consumed == 2);
  CHECK(parse_duration("24h wall, not more", {}).consumed == 8);
  CHECK(parse_duration("3d before GA", {}).consumed == 2);
}

TEST_CASE("the calendar says what a day and a week are worth", "[calendar][duration]") {
  DurationContext part_time;
  part_time.minutes_per_day = 360;
  part_time.days_per_week = 4;
  CHECK(show(parse_duration("1w", part_time)) == "1440");
  CHECK(show(parse_duration("1mo", part_time)) == "5760");
  CHECK(show(parse_duration("1d wall", part_time)) == "1440 wall");
  CHECK(show(parse_duration("sprint", part_time)) == "needs_sprints 0-6");
  DurationContext launch;
  launch.default_kind = TimeKind::wall;
  CHECK(show(parse_duration("30m", launch)) == "30 wall");
  CHECK(show(parse_duration("1d", launch)) == "1440 wall");
  CHECK(show(parse_duration("1 working day", launch)) == "480");
}

TEST_CASE("estimates are durations or ranges", "[calendar][duration]") {
  const auto show_estimate = [](const EstimateParse& parse) {
    if (!parse.value) return show(*parse.error);
    const Estimate& e = *parse.value;
    return std::to_string(e.optimistic.minutes) + " " + std::to_string(e.likely.minutes) + " " +
           std::to_string(e.pessimistic.minutes) +
           (e.optimistic.kind == TimeKind::wall ? " wall" : "");
  };
  const std::vector<Row> rows{
      {"3d", "1440 1440 1440"},
      {"3w..6w", "7200 10800 14400"},
      {"3w - 6w", "7200 10800 14400"},
      {"3w–6w", "7200 10800 14400"},
      {"3-6w", "7200 10800 14400"},
      {"3–6 weeks", "7200 10800 14400"},
      {"3 to 6 weeks", "7200 10800 14400"},
      {"~3-6 weeks", "7200 10800 14400"},
      {"2d..2w", "960 2880 4800"},
      {"5d...15d", "2400 4800 7200"},
      {"1.5..2.5d", "720 960 1200"},
      {"3d..5d wall", "4320 5760 7200 wall"},
      {"3d..3d", "1440 1440 1440"},
      {"6w..3w", "wrong_order 0-6"},
      {"3d wall..5 working days", "mixed_kinds 0-23"},
      {"3-6", "missing_unit 2-3"},
      {"3-6x", "unknown_unit 3-4"},
      {"3w..6x", "unknown_unit 5-6"},
      {"", "unreadable 0-0"},
      {"3w..", "7200 7200 7200"},
      {"3w - maybe", "7200 7200 7200"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(show_estimate(parse_estimate(row.text, context())) == row.expected);
  }
  CHECK(parse_estimate("3w..6w (guess)", {}).consumed == 6);
  CHECK(parse_estimate("3-6w (guess)", {}).consumed == 4);
  CHECK(parse_estimate("3w - maybe", {}).consumed == 2);
}

TEST_CASE("estimates keep their order", "[calendar][duration]") {
  const Duration a{10};
  const Duration b{20};
  const Duration c{40};
  CHECK(make_estimate(a, b, c));
  CHECK(make_estimate(a, std::nullopt, c)->likely.minutes == 25);
  CHECK_FALSE(make_estimate(b, a, c));
  CHECK_FALSE(make_estimate(a, c, b));
  CHECK_FALSE(make_estimate(a, Duration{20, TimeKind::wall}, c));
  CHECK(make_estimate(a, std::nullopt, c)->is_range());
}

TEST_CASE("durations print as they are read", "[calendar][duration]") {
  const std::vector<Row> rows{{"3d", "3d"},
                              {"10d", "2w"},
                              {"1.5d", "1.5d"},
                              {"4h", "4h"},
                              {"8h", "1d"},
                              {"24h wall", "24h wall"},
                              {"48h wall", "2d wall"},
                              {"90min", "90min"},
                              {"7d wall", "1w wall"},
                              {"0d", "0d"},
                              {"12h", "1.5d"},
                              {"9h", "9h"}};
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(to_text(*parse_duration(row.text, {}).value, {}) == row.expected);
  }
  CHECK(to_text(Duration{-960}, {}) == "-2d");
  for (const TimeKind kind : {TimeKind::working, TimeKind::wall}) {
    for (std::int64_t minutes = 0; minutes < 60000; minutes += 7) {
      const Duration duration{minutes, kind};
      const auto again = parse_whole_duration(to_text(duration, context()), context());
      if (again.value != duration) FAIL(to_text(duration, context()));
    }
  }
}

TEST_CASE("a begun day counts", "[calendar][duration]") {
  CHECK(whole_days({480}, {}) == 1);
  CHECK(whole_days({481}, {}) == 2);
  CHECK(whole_days({-1}, {}) == -1);
  CHECK(whole_days({0}, {}) == 0);
  CHECK(whole_days({1440, TimeKind::wall}, {}) == 1);
}
