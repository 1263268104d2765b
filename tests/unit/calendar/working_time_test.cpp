// Working days against a plain loop over days.
#include "calendar/working_time.h"

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

using namespace milepost;

namespace {

Date d(int year, int month, int day) {
  return *make_date(year, month, day);
}

WeekPattern pattern(std::string_view text) {
  const auto parse = parse_week_pattern(text);
  REQUIRE(parse.value);
  return *parse.value;
}

// The calendar asked day by day.
struct PlainCalendar {
  WeekPattern week;
  std::vector<DateRange> days_off;

  bool works(Date date) const {
    if (!week.works(weekday(date))) return false;
    for (const DateRange& range : days_off) {
      if (range.contains(date)) return false;
    }
    return true;
  }
  Date add(Date date, int n) const {
    const int step = n < 0 ? -1 : 1;
    for (int left = n; left != 0;) {
      date = add_days(date, step);
      if (works(date)) left -= step;
    }
    return date;
  }
};

class Random {
 public:
  explicit Random(unsigned seed) : state_(seed * 2654435761u + 1) {}
  int below(int n) {
    state_ = state_ * 1664525u + 1013904223u;
    return static_cast<int>((state_ >> 8) % static_cast<unsigned>(n));
  }

 private:
  unsigned state_;
};

}  // namespace

TEST_CASE("week patterns", "[calendar][working]") {
  CHECK(pattern("mon-fri") == kMondayToFriday);
  CHECK(pattern("Monday - Friday").bits != 0);
  CHECK(pattern("mon-thu").days() == 4);
  CHECK(pattern("sun-thu").works(Weekday::sunday));
  CHECK_FALSE(pattern("sun-thu").works(Weekday::friday));
  CHECK(pattern("mon, wed, fri").days() == 3);
  CHECK(pattern("[mon, tue]").days() == 2);
  CHECK(pattern("mon-wed, sat").days() == 4);
  CHECK(pattern("Fri-Mon").days() == 4);
  CHECK(pattern("every day").days() == 7);
  CHECK(to_text(pattern("mon-fri")) == "mon-fri");
  CHECK(to_text(pattern("sun-thu")) == "sun-thu");
  CHECK(to_text(pattern("mon,tue,sat")) == "sat, mon, tue");
  CHECK(to_text(pattern("mon-sun")) == "mon-sun");
  CHECK(pattern("mon-fri").first_day() == Weekday::monday);
  CHECK(pattern("sun-thu").first_day() == Weekday::sunday);
  for (const std::string_view text : {"", "  ", "never", "mon-", "-", "mon-xyz", "mo,xx"}) {
    INFO(text);
    CHECK_FALSE(parse_week_pattern(text).value);
  }
  const auto wrong = parse_week_pattern("mon, frday");
  CHECK(wrong.error_offset == 5);
  CHECK(wrong.error_length == 5);
  for (unsigned bits = 1; bits < 128; ++bits) {
    const WeekPattern week{static_cast<std::uint8_t>(bits)};
    if (parse_week_pattern(to_text(week)).value != week) FAIL(to_text(week));
  }
}

TEST_CASE("adding and counting agree with a plain loop", "[calendar][working]") {
  for (unsigned seed = 0; seed < 200; ++seed) {
    Random random(seed);
    const auto bits = static_cast<std::uint8_t>(random.below(127) + 1);
    CalendarLayer layer;
    layer.week = WeekPattern{bits};
    const Date begin = d(2026, 1, 1);
    const int runs = random.below(12);
    for (int i = 0; i < runs; ++i) {
      const Date first = add_days(begin, random.below(300) - 100);
      layer.days_off.push_back({first, add_days(first, random.below(20) - 2)});
    }
    const WorkingTime time(layer);
    const PlainCalendar plain{*layer.week, layer.days_off};
    std::int64_t counted = 0;
    for (int day = -120; day < 260; ++day) {
      const Date date = add_days(begin, day);
      if (time.is_working(date) != plain.works(date)) FAIL(seed << " " << to_iso(date));
      counted += plain.works(date) ? 1 : 0;
      if (time.count(add_days(begin, -120), date) != counted) FAIL(seed << " " << to_iso(date));
    }
    for (int round = 0; round < 40; ++round) {
      const Date date = add_days(begin, random.below(350) - 150);
      const int n = random.below(61) - 30;
      const Date expected = plain.add(date, n);
      if (time.add(date, n) != expected) FAIL(seed << " " << to_iso(date) << " " << n);
      if (plain.works(date) && time.between(date, expected) != n) {
        FAIL(seed << " " << to_iso(date) << " to " << to_iso(expected));
      }
      if (plain.works(date)) {
        if (time.on_or_after(date) != date || time.on_or_before(date) != date) FAIL(seed);
      } else if (time.on_or_after(date) != plain.add(date, 1) ||
                 time.on_or_before(date) != plain.add(date, -1)) {
        FAIL(seed << " " << to_iso(date));
      }
    }
  }
}

TEST_CASE("steps over weekends and holidays", "[calendar][working]") {
  CalendarLayer layer;
  layer.days_off = {{d(2026, 5, 25), d(2026, 5, 25)}, {d(2026, 12, 24), d(2027, 1, 1)}};
  const WorkingTime time(layer);
  CHECK(to_iso(time.add(d(2026, 5, 22), 1)) == "2026-05-26");
  CHECK(to_iso(time.add(d(2026, 5, 23), 1)) == "2026-05-26");
  CHECK(to_iso(time.add(d(2026, 5, 25), -1)) == "2026-05-22");
  CHECK(to_iso(time.add(d(2026, 5, 23), 0)) == "2026-05-23");
  CHECK(to_iso(time.add(d(2026, 12, 23), 1)) == "2027-01-04");
  CHECK(time.between(d(2026, 5, 22), d(2026, 5, 26)) == 1);
  CHECK(time.between(d(2026, 5, 26), d(2026, 5, 22)) == -1);
  CHECK(time.between(d(2026, 5, 22), d(2026, 5, 24)) == 0);
  CHECK(time.count(d(2026, 6, 1), d(2026, 6, 30)) == 22);
  CHECK(time.count(d(2026, 6, 2), d(2026, 6, 1)) == 0);
  CHECK(to_iso(time.shift(d(2026, 6, 5), {-4800})) == "2026-05-21");
  CHECK(to_iso(time.shift(d(2026, 6, 5), {1440, TimeKind::wall})) == "2026-06-06");
}

TEST_CASE("coarse dates resolve to working days", "[calendar][working]") {
  const WorkingTime time;
  const DateValue may{d(2026, 5, 1), d(2026, 5, 31), Precision::month};
  CHECK(to_iso(time.as_due(may)) == "2026-05-29");
  const DateValue august{d(2026, 8, 1), d(2026, 8, 31), Precision::month};
  CHECK(to_iso(time.as_start(august)) == "2026-08-03");
  const DateValue sunday = day_value(d(2026, 5, 31));
  CHECK(time.as_due(sunday) == sunday.first);
  const DateValue weekend{d(2026, 5, 30), d(2026, 5, 31), Precision::part};
  CHECK(to_iso(time.as_due(weekend)) == "2026-05-31");
  CHECK(to_iso(time.as_start(weekend)) == "2026-05-30");
}

TEST_CASE("layers of program, team and person", "[calendar][working]") {
  CalendarLayer program;
  program.minutes_per_day = 450;
  program.days_off = {{d(2026, 5, 25), d(2026, 5, 25)}};
  CalendarLayer team;
  team.week = pattern("sun-thu");
  team.days_off = {{d(2026, 8, 16), d(2026, 8, 16)}};
  team.inherits_days_off = false;
  CalendarLayer person;
  person.week = pattern("mon-thu");
  person.days_off = {{d(2026, 6, 8), d(2026, 6, 12)}};
  const CalendarLayer* const layers[] = {&program, &team, &person};
  const WorkingTime time(layers);
  CHECK(time.is_working(d(2026, 5, 25)));
  CHECK_FALSE(time.is_working(d(2026, 8, 16)));
  CHECK_FALSE(time.is_working(d(2026, 6, 9)));
  CHECK_FALSE(time.is_working(d(2026, 6, 19)));
  CHECK(time.minutes_per_day() == 450);
  CHECK(time.duration_context().days_per_week == 4);
}

TEST_CASE("counting stops at the ends of the calendar", "[calendar][working]") {
  CalendarLayer layer;
  layer.days_off = {{kFirstDate, kLastDate}};
  const WorkingTime never(layer);
  CHECK(never.add(d(2026, 1, 1), 1) == kLastDate);
  CHECK(never.add(d(2026, 1, 1), -1) == kFirstDate);
  CHECK(never.count(kFirstDate, kLastDate) == 0);
  CHECK(never.on_or_after(d(2026, 1, 1)) == kLastDate);
  const WorkingTime always;
  CHECK(always.add(kLastDate, INT64_MAX) == kLastDate);
  CHECK(always.add(kFirstDate, INT64_MIN) == kFirstDate);
  layer.days_off = {{Date{2147483647}, Date{2147483647}}, {d(2026, 1, 2), d(2026, 1, 1)}};
  CHECK(WorkingTime(layer).is_working(d(2026, 1, 2)));
  layer.week = WeekPattern{0};
  CHECK(WorkingTime(layer).week() == kMondayToFriday);
}
