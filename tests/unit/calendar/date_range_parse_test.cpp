// Periods with two ends, and dates that moved.
#include <string_view>
#include <vector>

#include "catch.h"
#include "unit/calendar/date_text.h"

using namespace milepost;

TEST_CASE("periods with two ends", "[calendar][date]") {
  struct Row {
    std::string_view text;
    std::string_view expected;
  };
  const std::vector<Row> rows{
      {"2026-06-08..2026-06-12", "2026-06-08..2026-06-12 day"},
      {"2026-12-24 .. 2027-01-01", "2026-12-24..2027-01-01 day"},
      {"2026-06-08...2026-06-12", "2026-06-08..2026-06-12 day"},
      {"2026-06-08 to 2026-06-12", "2026-06-08..2026-06-12 day"},
      {"2026-06-08 - 2026-06-12", "2026-06-08..2026-06-12 day"},
      {"2026-06-08–2026-06-12", "2026-06-08..2026-06-12 day"},
      {"2026-06-08-2026-06-12", "2026-06-08..2026-06-12 day"},
      {"Jun 8 – Jun 12, 2026", "2026-06-08..2026-06-12 day"},
      {"8 June to 12 June", "2026-06-08..2026-06-12 day?"},
      {"8 June 2027 to 12 July", "2027-06-08..2027-07-12 day?"},
      {"8-12 June 2026", "2026-06-08..2026-06-12 day"},
      {"8th–12th June 2026", "2026-06-08..2026-06-12 day"},
      {"June 8-12, 2026", "2026-06-08..2026-06-12 day"},
      {"June 8 – 12, 2027", "2027-06-08..2027-06-12 day"},
      {"June 8-12", "2026-06-08..2026-06-12 day?"},
      {"20 Dec – 4 Jan 2027", "2026-12-20..2027-01-04 day"},
      {"20 Dec to 4 Jan", "2026-12-20..2027-01-04 day?"},
      {"June..August 2026", "2026-06-01..2026-08-31 month"},
      {"Q1-Q2 2026", "2026-01-01..2026-06-30 quarter"},
      {"Q1 – Q2", "2026-01-01..2026-06-30 quarter?"},
      {"Weeks 3-4", "2026-01-19..2026-02-01 week"},
      {"Week 3 – Week 4", "2026-01-19..2026-02-01 week"},
      {"Sprints 1–2", "2026-01-05..2026-02-01 sprint"},
      {"2026-06-08", "2026-06-08 day"},
      {"2026-06", "2026-06-01..2026-06-30 month"},
      {"2026-06-12..2026-06-08", "impossible 0-22"},
      {"2026-06-08..2026-06-31", "impossible 12-22 2026-06-30"},
      {"2026-02-30..2026-06-08", "impossible 0-10 2026-02-28"},
      {"2026-06-08..soon", "unreadable 12-16"},
      {"soon", "unreadable 0-4"},
      {"", "unreadable 0-0"},
      {"..", "unreadable 0-0"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    const DateParse parse = parse_date_range(row.text, program_context());
    CHECK(show(parse) == row.expected);
    if (parse.value) CHECK(parse.consumed == row.text.size());
  }
}

TEST_CASE("a struck date has moved", "[calendar][date]") {
  const auto moved = split_moved_date(" ~~2026-06-15~~ 2026-06-30");
  REQUIRE(moved);
  CHECK(moved->before == "2026-06-15");
  CHECK(moved->before_offset == 3);
  CHECK(moved->after == "2026-06-30");
  CHECK(moved->after_offset == 16);

  const auto twice = split_moved_date("~~1 Jun~~ → ~~8 Jun~~ → 15 Jun");
  REQUIRE(twice);
  CHECK(twice->before == "8 Jun");
  CHECK(twice->after == "15 Jun");

  const auto only = split_moved_date("~~2026-06-15~~");
  REQUIRE(only);
  CHECK(only->after.empty());
  CHECK(only->after_offset == 14);

  CHECK_FALSE(split_moved_date("2026-06-15"));
  CHECK_FALSE(split_moved_date("~~2026-06-15"));
  CHECK_FALSE(split_moved_date("~2026-06-15"));
  CHECK_FALSE(split_moved_date(""));
}
