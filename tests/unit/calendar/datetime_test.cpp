// Moments: times of day, offsets, zones, and the two hours a year that are odd.
#include "calendar/datetime.h"

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "unit/calendar/date_text.h"

using namespace milepost;

namespace {

Zone zone(std::string_view name) {
  const auto found = Zone::find(name);
  REQUIRE(found);
  return *found;
}

std::string show(const DateTimeParse& parse) {
  static constexpr std::string_view kProblems[] = {"date", "not_a_day", "time",       "offset",
                                                   "zone", "ambiguous", "nonexistent"};
  std::string out = parse.value ? to_iso(*parse.value) : "";
  if (!parse.error) return out;
  if (!out.empty()) out += " ";
  out += std::string(kProblems[static_cast<int>(parse.error->problem)]) + " " +
         std::to_string(parse.error->offset) + "-" +
         std::to_string(parse.error->offset + parse.error->length);
  if (!parse.error->suggestion.empty()) out += " " + parse.error->suggestion;
  return out;
}

struct Row {
  std::string_view text;
  std::string_view expected;
};

}  // namespace

TEST_CASE("moments in every spelling", "[calendar][datetime]") {
  const std::vector<Row> rows{
      {"2026-06-22 09:00", "2026-06-22T08:00:00Z"},
      {"2026-01-22 09:00", "2026-01-22T09:00:00Z"},
      {"2026-06-22T09:00", "2026-06-22T08:00:00Z"},
      {"2026-06-22T09:00:30Z", "2026-06-22T09:00:30Z"},
      {"2026-06-22t09:00:30.25z", "2026-06-22T09:00:30Z"},
      {"2026-06-22T09:00:00+02:00", "2026-06-22T07:00:00Z"},
      {"2026-06-22T09:00:00-0530", "2026-06-22T14:30:00Z"},
      {"2026-06-22 09:00 +2", "2026-06-22T07:00:00Z"},
      {"2026-06-22 09:00 UTC", "2026-06-22T09:00:00Z"},
      {"2026-06-22 09:00 UTC+2", "2026-06-22T07:00:00Z"},
      {"2026-06-22 09:00 GMT", "2026-06-22T09:00:00Z"},
      {"2026-06-22 09:00 Europe/Berlin", "2026-06-22T07:00:00Z"},
      {"2026-06-22, 9am", "2026-06-22T08:00:00Z"},
      {"22 June 2026 at 2:30 pm", "2026-06-22T13:30:00Z"},
      {"Monday 22nd June 2026 @ 12am", "2026-06-21T23:00:00Z"},
      {"2026-06-22 12pm", "2026-06-22T11:00:00Z"},
      {"2026-06-22 noon", "2026-06-22T11:00:00Z"},
      {"2026-06-22 24:00", "2026-06-22T23:00:00Z"},
      {"2026-06-22 9:05", "2026-06-22T08:05:00Z"},
      {"2026-06-22", "2026-06-21T23:00:00Z"},
      {"Week 12", "2026-03-23T00:00:00Z"},
      {"2026-06-22 09:00 (rehearsal)", "2026-06-22T08:00:00Z"},
      {"2026-06-22 09:00 TBC", "2026-06-22T08:00:00Z"},
      {"2026-06-22 25:00", "time 11-16"},
      {"2026-06-22 09:60", "time 11-16"},
      {"2026-06-22 09:5", "time 11-15"},
      {"2026-06-22 13pm", "time 11-15"},
      {"2026-06-22 09:00+25:00", "offset 16-22"},
      {"2026-06-22 09:00 Europe/Londno", "zone 17-30 Europe/London"},
      {"2026-06-22 09:00 PDT", "zone 17-20 America/Los_Angeles"},
      {"June 2026 09:00", "not_a_day 0-9"},
      {"2026-02-30 09:00", "date 0-10"},
      {"soon", "date 0-4"},
      {"Tuesday 22 June 2026 09:00", "2026-06-22T08:00:00Z date 0-7"},
      {"2026-03-29 01:30", "2026-03-29T01:00:00Z nonexistent 11-16"},
      {"2026-10-25 01:30", "2026-10-25T00:30:00Z ambiguous 11-16"},
      {"2026-10-25 01:30+00:00", "2026-10-25T01:30:00Z"},
  };
  for (const Row& row : rows) {
    INFO(row.text);
    CHECK(show(parse_datetime(row.text, program_context(), zone("Europe/London"))) == row.expected);
  }
}

TEST_CASE("a moment knows what was written", "[calendar][datetime]") {
  const auto full = parse_datetime("2026-06-22 09:00 +02:00 sharp", {}, {});
  CHECK(full.has_time);
  CHECK(full.has_zone);
  CHECK(full.consumed == 23);
  CHECK(to_text(full.local) == "2026-06-22 09:00");
  const auto day = parse_datetime("2026-06-22 tentative", {}, {});
  CHECK_FALSE(day.has_time);
  CHECK(day.consumed == 10);
  const auto coarse = parse_datetime("June 2026", {}, {});
  CHECK(coarse.date.precision == Precision::month);
}

TEST_CASE("moments print in UTC and in a zone", "[calendar][datetime]") {
  const DateTime moment{1782118800};  // 2026-06-22 09:00 UTC
  CHECK(to_iso(moment) == "2026-06-22T09:00:00Z");
  CHECK(to_iso(moment, zone("Asia/Kolkata")) == "2026-06-22T14:30:00+05:30");
  CHECK(to_iso(moment, zone("America/St_Johns")) == "2026-06-22T06:30:00-02:30");
  CHECK(to_iso(date_in(DateTime{1782172740}, zone("Europe/London"))) == "2026-06-23");
  CHECK(to_iso(DateTime{-1}) == "1969-12-31T23:59:59Z");
  CHECK(to_text(LocalTime{Date{0}, 3661}) == "1970-01-01 01:01:01");
}

TEST_CASE("local and UTC agree all year round", "[calendar][datetime]") {
  for (const std::string_view name :
       {"UTC", "Europe/London", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"}) {
    const Zone place = zone(name);
    for (std::int64_t second = 1767225600; second < 1767225600 + 366 * 86400; second += 1801) {
      const LocalTime local = to_local(DateTime{second}, place);
      const std::int64_t back = to_utc(local, place).utc_seconds;
      const bool odd =
          place.to_utc(local.date.days * std::int64_t{86400} + local.second_of_day).ambiguous;
      if (back != second && !odd) FAIL(name << " " << second);
    }
  }
}

TEST_CASE("zones are found by their exact names only", "[calendar][datetime]") {
  CHECK(zone("UTC").name() == "UTC");
  CHECK(zone("Europe/London").name() == "Europe/London");
  for (const std::string_view name :
       {"", "europe/london", "Nowhere/City", "../../etc/passwd", "/etc/localtime", "Europe"}) {
    INFO(name);
    CHECK_FALSE(Zone::find(name));
  }
  CHECK_FALSE(Zone::find(std::string(100000, 'A')));
}

TEST_CASE("zones that were meant are suggested", "[calendar][datetime]") {
  const auto first = [](std::string_view name) {
    const auto all = Zone::suggest(name);
    return all.empty() ? std::string() : all.front();
  };
  CHECK(first("europe/london") == "Europe/London");
  CHECK(first("London") == "Europe/London");
  CHECK(first("new york") == "America/New_York");
  CHECK(first("Europe/Londn") == "Europe/London");
  CHECK(first("Berlim") == "Europe/Berlin");
  CHECK(first("PST") == "America/Los_Angeles");
  CHECK(first("TBD").empty());
  CHECK(first("Atlantis/Deep_Sea_City").empty());
}

TEST_CASE("the environment changes no answer", "[calendar][datetime]") {
  const std::string before = show(parse_datetime("2026-06-22 09:00", {}, zone("Europe/London")));
  setenv("TZ", "Pacific/Kiritimati", 1);
  const std::string after = show(parse_datetime("2026-06-22 09:00", {}, zone("Europe/London")));
  unsetenv("TZ");
  CHECK(before == after);
}
