// Tests of the times of a launch: forms, changes of summer time, days and hours.
#include "analyze/launch_clock.h"

#include <string>

#include "catch.h"

namespace milepost {
namespace {

struct Clock {
  Settings settings;
  WorkingTime time;
  LaunchClock clock;

  static Settings in(const char* zone) {
    Settings made;
    made.timezone = zone;
    return made;
  }
  explicit Clock(const char* zone = "Europe/Madrid") : settings(in(zone)), clock(settings, time) {}

  void start(int year, int month, int day, int hour) {
    const Date date = *make_date(year, month, day);
    clock.begin(to_utc(LocalTime{date, hour * 3600}, clock.zone()), {});
  }
  std::string at(std::string_view text) const {
    const auto moment = clock.read(text);
    if (!moment) return "-";
    const LocalTime local = to_local(*moment->at, clock.zone());
    return moment->all_day ? to_iso(local.date) : to_text(local);
  }
};

TEST_CASE("times from the start of a launch", "[launch]") {
  Clock c;
  c.start(2026, 6, 16, 9);
  for (const char* text :
       {"start", "T", "T-0", "T+0", "Hour 0", "launch", "**start**", " Start "}) {
    INFO(text);
    CHECK(c.at(text) == "2026-06-16 09:00");
  }
  for (const char* text : {"start + 2h", "start+2h", "T+2h", "+2h", "H+2", "Hour 2",
                           "hour 2:", "start + 120 min", "2h after start", "launch + 2 hours"}) {
    INFO(text);
    CHECK(c.at(text) == "2026-06-16 11:00");
  }
  CHECK(c.at("T-30min") == "2026-06-16 08:30");
  CHECK(c.at("30 minutes before start") == "2026-06-16 08:30");
  CHECK(c.at("start − 1h") == "2026-06-16 08:00");
  CHECK(c.at("start + 1h30m") == "2026-06-16 10:30");
}

TEST_CASE("times of the day and whole moments", "[launch]") {
  Clock c;
  c.start(2026, 6, 16, 9);
  CHECK(c.at("14:00") == "2026-06-16 14:00");
  CHECK(c.at("9am") == "2026-06-16 09:00");
  CHECK(c.at("12 pm") == "2026-06-16 12:00");
  CHECK(c.at("12am") == "2026-06-16 00:00");
  CHECK(c.at("Hour 0 (9am)") == "2026-06-16 09:00");
  CHECK(c.at("2026-06-17 08:15") == "2026-06-17 08:15");
  CHECK(c.at("2026-06-17T08:15:00Z") == "2026-06-17 10:15");
  CHECK(c.at("2026-06-17") == "2026-06-17");
  CHECK(c.clock.read("14:00")->bare_time);
}

TEST_CASE("what is no time", "[launch]") {
  Clock c;
  c.start(2026, 6, 16, 9);
  for (const char* text : {"", "soon", "after lunch", "10 % of traffic", "25:00", "9:5", "13pm",
                           "start soon", "T-", "h", "+", "starts", "2h", "target practice"}) {
    INFO(text);
    CHECK(c.at(text) == (std::string_view(text) == "h" ? "2026-06-16 09:00" : "-"));
  }
}

TEST_CASE("without a start only days and times of a known day can be told", "[launch]") {
  Clock c;
  CHECK(c.at("start + 2h") == "-");
  CHECK(c.at("14:00") == "-");
  c.clock.begin({}, make_date(2026, 6, 16));
  CHECK(c.at("start + 2h") == "-");
  CHECK(c.at("start - 3d") == "2026-06-11");
  CHECK(c.at("14:00") == "2026-06-16 14:00");
  CHECK(c.clock.is_time("start + 2h"));
  CHECK_FALSE(c.clock.is_time("soon"));
}

TEST_CASE("days are working days at the same time of day", "[launch]") {
  Clock c;
  c.start(2026, 6, 19, 9);  // a Friday
  CHECK(c.at("start + 1d") == "2026-06-22 09:00");
  CHECK(c.at("start + 24h") == "2026-06-20 09:00");
  CHECK(c.at("start - 1w") == "2026-06-12 09:00");
  CHECK(c.clock.read("start - 1w")->by_days);
}

TEST_CASE("hours pass on a watch when the clocks change", "[launch]") {
  Clock madrid;
  madrid.start(2026, 10, 25, 1);  // at 03:00 it is 02:00 again
  CHECK(madrid.at("start + 1h") == "2026-10-25 02:00");
  CHECK(madrid.at("start + 2h") == "2026-10-25 02:00");
  CHECK(madrid.at("start + 3h") == "2026-10-25 03:00");
  CHECK(madrid.at("start + 24h") == "2026-10-26 00:00");
  CHECK(madrid.at("start + 1d") == "2026-10-26 01:00");

  Clock spring;
  spring.start(2026, 3, 29, 1);  // at 02:00 it is 03:00
  CHECK(spring.at("start + 1h") == "2026-03-29 03:00");
  CHECK(spring.at("start + 2h") == "2026-03-29 04:00");

  Clock utc("UTC");
  utc.start(2026, 3, 29, 1);
  CHECK(utc.at("start + 2h") == "2026-03-29 03:00");
}

TEST_CASE("how long a step lasts", "[launch]") {
  Clock c;
  CHECK(c.clock.length("2h") == Duration{120, TimeKind::wall});
  CHECK(c.clock.length("30 min") == Duration{30, TimeKind::wall});
  CHECK(c.clock.length("15m") == Duration{15, TimeKind::wall});
  CHECK(c.clock.length("24h wall") == Duration{1440, TimeKind::wall});
  CHECK(c.clock.length("1d") == Duration{480, TimeKind::working});
  CHECK(c.clock.length("1 month") == Duration{20 * 480, TimeKind::working});
  CHECK_FALSE(c.clock.length("a while"));
}

}  // namespace
}  // namespace milepost
