// Civil arithmetic against a walk over every day of the calendar.
#include "calendar/date.h"

#include "catch.h"

using namespace milepost;

namespace {
Date d(int year, int month, int day) {
  const auto date = make_date(year, month, day);
  REQUIRE(date.has_value());
  return *date;
}
}  // namespace

TEST_CASE("every day of the calendar goes there and back", "[calendar]") {
  Date date = kFirstDate;
  int weekday_number = static_cast<int>(Weekday::monday);  // 0001-01-01 was one
  for (int year = 1; year <= 9999; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= days_in_month(year, month); ++day) {
        const bool same = make_date(year, month, day) == date &&
                          civil(date) == CivilDate{year, month, day} &&
                          static_cast<int>(weekday(date)) == weekday_number;
        if (!same) FAIL(to_iso(date));
        ++date.days;
        weekday_number = (weekday_number + 1) % 7;
      }
    }
  }
  CHECK(date.days == kLastDate.days + 1);
}

TEST_CASE("known days", "[calendar]") {
  CHECK(d(1970, 1, 1).days == 0);
  CHECK(weekday(d(1970, 1, 1)) == Weekday::thursday);
  CHECK(weekday(d(2026, 6, 8)) == Weekday::monday);
  CHECK(to_iso(kFirstDate) == "0001-01-01");
  CHECK(to_iso(kLastDate) == "9999-12-31");
  CHECK_FALSE(make_date(2026, 2, 29));
  CHECK(make_date(2024, 2, 29));
  CHECK_FALSE(make_date(1900, 2, 29));
  CHECK_FALSE(make_date(2026, 13, 1));
  CHECK_FALSE(make_date(0, 1, 1));
  CHECK_FALSE(make_date(10000, 1, 1));
  CHECK(to_iso(nearest_date(2026, 2, 30)) == "2026-02-28");
  CHECK(to_iso(nearest_date(2026, 14, 0)) == "2026-12-01");
}

TEST_CASE("adding stops at the calendar's ends", "[calendar]") {
  CHECK(add_days(kLastDate, 1) == kLastDate);
  CHECK(add_days(kFirstDate, INT64_MIN) == kFirstDate);
  CHECK(add_days(kFirstDate, INT64_MAX) == kLastDate);
  CHECK(to_iso(add_days(d(2026, 2, 28), 1)) == "2026-03-01");
  CHECK(to_iso(add_months(d(2026, 1, 31), 1)) == "2026-02-28");
  CHECK(to_iso(add_months(d(2026, 1, 31), -2)) == "2025-11-30");
  CHECK(to_iso(add_months(d(2026, 11, 15), 14)) == "2028-01-15");
  CHECK(add_months(kLastDate, 1) == kLastDate);
  CHECK(add_months(kFirstDate, -1) == kFirstDate);
}

TEST_CASE("months and weeks have their ends", "[calendar]") {
  CHECK(to_iso(first_of_month(d(2026, 6, 18))) == "2026-06-01");
  CHECK(to_iso(last_of_month(d(2024, 2, 3))) == "2024-02-29");
  CHECK(to_iso(week_begin(d(2026, 6, 14))) == "2026-06-08");
  CHECK(to_iso(week_begin(d(2026, 6, 14), Weekday::sunday)) == "2026-06-14");
  CHECK(to_iso(week_begin(d(2026, 6, 13), Weekday::sunday)) == "2026-06-07");
}

TEST_CASE("ISO weeks belong to the year of their Thursday", "[calendar]") {
  CHECK(iso_week(d(2021, 1, 3)).week == 53);
  CHECK(iso_week(d(2021, 1, 3)).year == 2020);
  CHECK(iso_week(d(2024, 12, 30)).week == 1);
  CHECK(iso_week(d(2024, 12, 30)).year == 2025);
  CHECK(iso_weeks_in_year(2026) == 53);
  CHECK(iso_weeks_in_year(2025) == 52);
  CHECK(to_iso(*iso_week_begin(2026, 1)) == "2025-12-29");
  CHECK_FALSE(iso_week_begin(2025, 53));
  for (Date date = d(1999, 12, 20); date < d(2031, 1, 10); date = add_days(date, 1)) {
    const IsoWeek week = iso_week(date);
    const auto begin = iso_week_begin(week.year, week.week);
    const bool inside = begin && *begin <= date && days_between(*begin, date) < 7;
    if (!inside) FAIL(to_iso(date));
  }
}

TEST_CASE("values print as a day or a period", "[calendar]") {
  CHECK(to_iso(day_value(d(2026, 6, 30))) == "2026-06-30");
  CHECK(to_iso({d(2026, 6, 1), d(2026, 6, 30), Precision::month}) == "2026-06-01..2026-06-30");
}
