// Every way to write a date, and every way to get it wrong.
#include "calendar/date_parse.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "unit/calendar/date_text.h"

using namespace milepost;

namespace {

struct Row {
  std::string_view text;
  std::string_view expected;
};

void check_all(const std::vector<Row>& rows, const DateContext& context) {
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(show(parse_whole_date(row.text, context)) == row.expected);
  }
}

}  // namespace

TEST_CASE("days", "[calendar][date]") {
  check_all(
      {
          {"2026-06-30", "2026-06-30 day"},
          {"  2026-06-30 ", "2026-06-30 day"},
          {"\u00A02026-06-30\u200B", "2026-06-30 day"},
          {"2026-6-3", "2026-06-03 day"},
          {"2026/06/30", "2026-06-30 day"},
          {"2026.06.30", "2026-06-30 day"},
          {"20260630", "2026-06-30 day"},
          {"30.06.2026", "2026-06-30 day"},
          {"03.04.2026", "2026-04-03 day"},
          {"30 Jun 2026", "2026-06-30 day"},
          {"30 june 2026", "2026-06-30 day"},
          {"30-Jun-2026", "2026-06-30 day"},
          {"29-Apr-2022", "2022-04-29 day"},
          {"29-Apr-22", "2022-04-29 day"},
          {"30/Jun/2026", "2026-06-30 day"},
          {"30.Jun.2026", "2026-06-30 day"},
          {"8th of June, 2026", "2026-06-08 day"},
          {"1st June 2026", "2026-06-01 day"},
          {"June 30, 2026", "2026-06-30 day"},
          {"June 1, 2025", "2025-06-01 day"},
          {"Jun 30 2026", "2026-06-30 day"},
          {"Aug 15, 2025", "2025-08-15 day"},
          {"Sept. 3rd, 2026", "2026-09-03 day"},
          {"Jun-30-2026", "2026-06-30 day"},
          {"2026-Jun-30", "2026-06-30 day"},
          {"2026 June 30", "2026-06-30 day"},
          {"Monday 8th June 2026", "2026-06-08 day"},
          {"Monday 8th January 2024", "2024-01-08 day"},
          {"Mon, 8 Jun 2026", "2026-06-08 day"},
          {"Mo 2026-06-08", "2026-06-08 day"},
          {"Monday, June 8, 2026", "2026-06-08 day"},
          {"Monday the 8th of June 2026", "2026-06-08 day"},
          {"by 30 Jun 2026", "2026-06-30 day"},
          {"on Monday, June 8, 2026", "2026-06-08 day"},
          {"~2026-06-30", "2026-06-30 day"},
          {"2024-02-29", "2024-02-29 day"},
          {"0001-01-01", "0001-01-01 day"},
          {"9999-12-31", "9999-12-31 day"},
          {"2026-W12-3", "2026-03-18 day"},
          {"end of 30 June 2026", "2026-06-30 day"},
      },
      {});
}

TEST_CASE("coarse dates keep their precision", "[calendar][date]") {
  check_all(
      {
          {"2026-06", "2026-06-01..2026-06-30 month"},
          {"2026/06", "2026-06-01..2026-06-30 month"},
          {"June 2026", "2026-06-01..2026-06-30 month"},
          {"Apr 2026", "2026-04-01..2026-04-30 month"},
          {"Jun '26", "2026-06-01..2026-06-30 month"},
          {"Jun ’26", "2026-06-01..2026-06-30 month"},
          {"June, 2026", "2026-06-01..2026-06-30 month"},
          {"June of 2026", "2026-06-01..2026-06-30 month"},
          {"2026 June", "2026-06-01..2026-06-30 month"},
          {"Apr-99", "2099-04-01..2099-04-30 month"},
          {"2026-Q3", "2026-07-01..2026-09-30 quarter"},
          {"2026 Q3", "2026-07-01..2026-09-30 quarter"},
          {"2026Q3", "2026-07-01..2026-09-30 quarter"},
          {"Q3 2026", "2026-07-01..2026-09-30 quarter"},
          {"q3-2026", "2026-07-01..2026-09-30 quarter"},
          {"Q3 '26", "2026-07-01..2026-09-30 quarter"},
          {"Q3 FY26", "2026-07-01..2026-09-30 quarter"},
          {"Q3FY2026", "2026-07-01..2026-09-30 quarter"},
          {"FY26 Q3", "2026-07-01..2026-09-30 quarter"},
          {"FY26-Q3", "2026-07-01..2026-09-30 quarter"},
          {"3Q26", "2026-07-01..2026-09-30 quarter"},
          {"Q1 2024", "2024-01-01..2024-03-31 quarter"},
          {"H2 2026", "2026-07-01..2026-12-31 half"},
          {"2026-H1", "2026-01-01..2026-06-30 half"},
          {"1H 2026", "2026-01-01..2026-06-30 half"},
          {"2026", "2026-01-01..2026-12-31 year"},
          {"FY2026", "2026-01-01..2026-12-31 year"},
          {"2026-W12", "2026-03-16..2026-03-22 week"},
          {"2026W12", "2026-03-16..2026-03-22 week"},
          {"W12 2026", "2026-03-16..2026-03-22 week"},
          {"Week 12, 2026", "2026-03-16..2026-03-22 week"},
          {"CW12/2026", "2026-03-16..2026-03-22 week"},
          {"2026-W53", "2026-12-28..2027-01-03 week"},
          {"week of 10 June 2026", "2026-06-08..2026-06-14 week"},
          {"w/c 8 Jun 2026", "2026-06-08..2026-06-14 week"},
          {"mid-June 2026", "2026-06-11..2026-06-20 part"},
          {"mid June 2026", "2026-06-11..2026-06-20 part"},
          {"Mid\u2011June 2026", "2026-06-11..2026-06-20 part"},
          {"early June 2026", "2026-06-01..2026-06-10 part"},
          {"late Feb 2026", "2026-02-21..2026-02-28 part"},
          {"end of June 2026", "2026-06-24..2026-06-30 part"},
          {"by end of Q3 2026", "2026-09-24..2026-09-30 part"},
          {"start of June 2026", "2026-06-01..2026-06-07 part"},
          {"beginning of 2026", "2026-01-01..2026-01-07 part"},
          {"early Q3 2026", "2026-07-01..2026-07-31 part"},
          {"mid-2026", "2026-05-01..2026-08-31 part"},
          {"late 2023", "2023-09-01..2023-12-31 part"},
          {"late H1 2026", "2026-05-01..2026-06-30 part"},
          {"mid-week 12, 2026", "2026-03-18..2026-03-20 part"},
          {"9999-12", "9999-12-01..9999-12-31 month"},
      },
      {});
}

TEST_CASE("dates counted from the program's start", "[calendar][date]") {
  check_all(
      {
          {"Week 1", "2026-01-05..2026-01-11 week"},
          {"Week 12", "2026-03-23..2026-03-29 week"},
          {"week #12", "2026-03-23..2026-03-29 week"},
          {"W12", "2026-03-23..2026-03-29 week"},
          {"Wk 2", "2026-01-12..2026-01-18 week"},
          {"Week 60", "2027-02-22..2027-02-28 week"},
          {"KW12", "2026-03-16..2026-03-22 week?"},
          {"Sprint 1", "2026-01-05..2026-01-18 sprint"},
          {"Sprint 9", "2026-04-27..2026-05-10 sprint"},
          {"sprint #9", "2026-04-27..2026-05-10 sprint"},
          {"end of Sprint 9", "2026-05-07..2026-05-10 part"},
          {"Q3", "2026-07-01..2026-09-30 quarter?"},
          {"H1", "2026-01-01..2026-06-30 half?"},
          {"June", "2026-06-01..2026-06-30 month?"},
          {"8 Jun", "2026-06-08 day?"},
          {"Jun 8", "2026-06-08 day?"},
          {"Jun 8th", "2026-06-08 day?"},
          {"Mon 8 Jun", "2026-06-08 day?"},
          {"4 Jan", "2027-01-04 day?"},
          {"5 Jan", "2026-01-05 day?"},
          {"January", "2026-01-01..2026-01-31 month?"},
          {"29 Feb", "2028-02-29 day?"},
          {"mid-June", "2026-06-11..2026-06-20 part?"},
          {"Week 0", "impossible 0-6 2026-01-05..2026-01-11"},
          {"Sprint 0", "impossible 0-8 2026-01-05..2026-01-18"},
          {"30 Feb", "impossible 0-6 2026-02-28"},
          {"Feb 30", "impossible 0-6 2026-02-28"},
          {"Apr-26", "ambiguous 0-6 2026-04-26 2026-04-01..2026-04-30"},
      },
      program_context());
}

TEST_CASE("a week begins where the program's weeks begin", "[calendar][date]") {
  DateContext context = program_context();
  context.week_start = Weekday::sunday;
  context.program_start = make_date(2026, 1, 7);
  CHECK(show(parse_date("Week 1", context)) == "2026-01-04..2026-01-10 week");
  CHECK(show(parse_date("week of 2026-06-13", context)) == "2026-06-07..2026-06-13 week");
  CHECK(show(parse_date("2026-W12", context)) == "2026-03-16..2026-03-22 week");
}

TEST_CASE("what the program does not say is asked for", "[calendar][date]") {
  check_all(
      {
          {"Week 12", "needs_start 0-7"},
          {"8 Jun", "needs_start 0-5"},
          {"by Jun 8", "needs_start 3-8"},
          {"Q3", "needs_start 0-2"},
          {"June", "needs_start 0-4"},
          {"Sprint 9", "needs_sprints 0-8"},
      },
      {});
}

TEST_CASE("numbers that can be read two ways", "[calendar][date]") {
  check_all(
      {
          {"03/04/2026", "ambiguous 0-10 2026-04-03 2026-03-04"},
          {" 3-4-2026", "ambiguous 1-9 2026-04-03 2026-03-04"},
          {"03/03/2026", "2026-03-03 day"},
          {"01/25/2021", "2021-01-25 day"},
          {"25/01/2021", "2021-01-25 day"},
          {"26/01/26", "2026-01-26 day"},
          {"31/04/2026", "impossible 0-10 2026-04-30"},
          {"13/13/2026", "impossible 0-10 2026-12-13"},
      },
      {});
  DateContext day_first;
  day_first.order = DateOrder::day_month;
  check_all({{"03/04/2026", "2026-04-03 day"}, {"01/25/2021", "2021-01-25 day"}}, day_first);
  DateContext month_first;
  month_first.order = DateOrder::month_day;
  check_all({{"03/04/2026", "2026-03-04 day"},
             {"25/01/2021", "2021-01-25 day"},
             {"03.04.2026", "2026-04-03 day"}},
            month_first);
}

TEST_CASE("days that do not exist", "[calendar][date]") {
  check_all(
      {
          {"2026-02-30", "impossible 0-10 2026-02-28"},
          {"2026-02-29", "impossible 0-10 2026-02-28"},
          {"2026-13-01", "impossible 0-10 2026-12-01"},
          {"2026-00-10", "impossible 0-10 2026-01-10"},
          {"2026-06-00", "impossible 0-10 2026-06-01"},
          {"0000-01-01", "impossible 0-10 0001-01-01"},
          {"2026-13", "impossible 0-7 2026-12-01..2026-12-31"},
          {"31 Jun 2026", "impossible 0-11 2026-06-30"},
          {"June 31, 2026", "impossible 0-13 2026-06-30"},
          {"2026-W54", "impossible 0-8 2026-12-28..2027-01-03"},
          {"2025-W53", "impossible 0-8 2025-12-22..2025-12-28"},
          {"2026-W12-8", "impossible 0-10"},
          {"Q5 2026", "impossible 0-7 2026-10-01..2026-12-31"},
          {"2026-Q0", "impossible 0-7 2026-01-01..2026-03-31"},
          {"H3", "impossible 0-2"},
      },
      {});
}

TEST_CASE("the date counts if the weekday is wrong", "[calendar][date]") {
  const DateParse parse = parse_date("on Tuesday 8th June 2026", {});
  CHECK(show(parse) == "2026-06-08 day!Monday");
  REQUIRE(parse.error);
  CHECK(parse.error->problem == DateProblem::weekday_mismatch);
  CHECK(parse.error->offset == 3);
  CHECK(parse.error->length == 7);
}

TEST_CASE("what is no date", "[calendar][date]") {
  const std::vector<std::string_view> rows{
      "",
      "   ",
      "TBD",
      "ASAP",
      "soon",
      "12",
      "123",
      "1234",
      "12345",
      "2026-",
      "2026-06-",
      "2026-06-xx",
      "2026-??",
      "2026-06-3x",
      "2026-06-300",
      "2026-06-30x",
      "30 Jnu 2026",
      "Monday",
      "Q",
      "Q33",
      "Qx",
      "Week",
      "Weekly",
      "Week x",
      "Sprint",
      "Sprint x",
      "2026-x",
      "5.10",
      "v1.2.3",
      "1/2",
      "3.4.5.6",
      "2026/27",
      "M-GA",
      "R-001",
      "Mar-GA",
      "0012-slug",
      "Monday June 2026",
      "30 days",
      "#12",
      "\xFF",
      "2026-06-30-001",
      "FY",
      "FY26/28",
      "12/2026/03",
      "decision",
      "mayor",
      "99999999",
      "2026-W",
      "end of",
      "week of June 2026",
      "mid-",
  };
  for (const std::string_view text : rows) {
    INFO(text);
    const DateParse parse = parse_whole_date(text, program_context());
    CHECK_FALSE(parse.value);
    REQUIRE(parse.error);
    CHECK(parse.error->problem == DateProblem::unreadable);
    CHECK(parse.error->offset + parse.error->length <= text.size());
    CHECK(parse.consumed == 0);
  }
}

TEST_CASE("a comment may follow a date", "[calendar][date]") {
  struct Tail {
    std::string_view text;
    std::size_t consumed;
  };
  const std::vector<Tail> rows{
      {"2026-06-30 (moved twice)", 10},
      {" 2026-06-30: tentative", 11},
      {"2026-06-30T09:00", 10},
      {"Jun 8 2026, after lunch", 10},
      {"Q3 2026 – latest", 7},
      {"Week 12 or later", 7},
      {"8 Jun, then 9", 5},
      {"2026-06-30.", 10},
      {"June 2026; maybe", 9},
      {"2026-06-30/", 10},
  };
  for (const Tail& row : rows) {
    INFO(row.text);
    const DateParse parse = parse_date(row.text, program_context());
    CHECK(parse.value);
    CHECK(parse.consumed == row.consumed);
  }
  const DateParse whole = parse_whole_date("2026-06-30 (moved)", {});
  CHECK(show(whole) == "unreadable 11-18");
}

TEST_CASE("fiscal years are named by the year that holds most of them", "[calendar][date]") {
  DateContext february;
  february.fiscal_start = 2;
  check_all({{"Q1 2026", "2026-02-01..2026-04-30 quarter"},
             {"Q4 FY26", "2026-11-01..2027-01-31 quarter"},
             {"H2 2026", "2026-08-01..2027-01-31 half"},
             {"FY2026", "2026-02-01..2027-01-31 year"},
             {"2026/27", "2026-02-01..2027-01-31 year"},
             {"FY2026/27", "2026-02-01..2027-01-31 year"},
             {"2026", "2026-01-01..2026-12-31 year"}},
            february);
  DateContext october;
  october.fiscal_start = 10;
  check_all({{"Q1 2026", "2025-10-01..2025-12-31 quarter"},
             {"FY26", "2025-10-01..2026-09-30 year"},
             {"FY2025/26", "2025-10-01..2026-09-30 year"},
             {"FY25/26 Q4", "2026-07-01..2026-09-30 quarter"}},
            october);
}

TEST_CASE("every day survives its spellings", "[calendar][date]") {
  const DateContext context;
  for (std::int32_t days = -25000; days < 80000; days += 13) {
    const Date date{days};
    const CivilDate day = civil(date);
    const std::string year = std::to_string(day.year);
    const std::string number = std::to_string(day.day);
    const std::string month(month_name(day.month));
    for (const std::string& text :
         {to_iso(date), number + " " + month + " " + year, month + " " + number + ", " + year,
          number + "-" + month.substr(0, 3) + "-" + year,
          std::string(weekday_name(weekday(date))) + " " + number + " " + month + " " + year,
          number + "." + std::to_string(day.month) + "." + year}) {
      const DateParse parse = parse_date(text, context);
      const bool good = parse.value == day_value(date) && !parse.error &&
                        parse.consumed == text.size() && !parse.year_assumed;
      if (!good) FAIL(text << " gives " << show(parse));
    }
  }
}

TEST_CASE("names of months and weekdays", "[calendar][date]") {
  CHECK(parse_month("jun") == 6);
  CHECK(parse_month("SEPT") == 9);
  CHECK_FALSE(parse_month("ju"));
  CHECK_FALSE(parse_month("june2"));
  CHECK(parse_weekday("th") == Weekday::thursday);
  CHECK(parse_weekday("Sunday") == Weekday::sunday);
  CHECK_FALSE(parse_weekday("s"));
  CHECK_FALSE(parse_weekday("sundays"));
}
