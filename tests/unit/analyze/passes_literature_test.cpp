// Networks worked out in the literature: dates, total and free float, critical path.
#include <array>
#include <string>

#include "analyze/passes.h"
#include "catch.h"

namespace milepost {
namespace {

struct Activity {
  const char* name;
  int32_t length;
  const char* after;  // one letter each
  int32_t early_start, total, free;
};

struct Published {
  const char* source;
  int32_t length;
  const char* critical;  // all of it, in order
  std::vector<Activity> activities;
};

// Days are counted from 0 as these books do, on a calendar without days off.
const Published kPublished[] = {
    {"Levy, Thompson, Wiest: The ABCs of the Critical Path Method, HBR 9/10 1963: a house",
     34,
     "BCDJKLNTS",
     {{"B", 4, "", 0, 0, 0},      {"C", 2, "B", 4, 0, 0},   {"D", 4, "C", 6, 0, 0},
      {"E", 6, "D", 10, 8, 0},    {"F", 1, "C", 6, 1, 0},   {"G", 2, "F", 7, 1, 1},
      {"H", 3, "F", 7, 4, 4},     {"I", 2, "D", 10, 2, 2},  {"J", 4, "DG", 10, 0, 0},
      {"K", 10, "IJH", 14, 0, 0}, {"L", 3, "K", 24, 0, 0},  {"M", 1, "L", 27, 1, 1},
      {"N", 2, "L", 27, 0, 0},    {"O", 3, "L", 27, 2, 2},  {"P", 2, "E", 16, 8, 0},
      {"Q", 1, "P", 18, 8, 0},    {"R", 1, "C", 6, 20, 12}, {"S", 2, "OT", 32, 0, 0},
      {"T", 3, "MN", 29, 0, 0},   {"U", 1, "T", 32, 1, 1},  {"V", 2, "QR", 19, 8, 0},
      {"W", 5, "V", 21, 8, 8}}},
    {"Hillier, Lieberman: Introduction to Operations Research: Reliable Construction",
     44,
     "ABCEFJLN",
     {{"A", 2, "", 0, 0, 0},
      {"B", 4, "A", 2, 0, 0},
      {"C", 10, "B", 6, 0, 0},
      {"D", 6, "C", 16, 4, 0},
      {"E", 4, "C", 16, 0, 0},
      {"F", 5, "E", 20, 0, 0},
      {"G", 7, "D", 22, 4, 0},
      {"H", 9, "EG", 29, 4, 0},
      {"I", 7, "C", 16, 2, 2},
      {"J", 8, "FI", 25, 0, 0},
      {"K", 4, "J", 33, 1, 1},
      {"L", 5, "J", 33, 0, 0},
      {"M", 2, "H", 38, 4, 4},
      {"N", 6, "KL", 38, 0, 0}}},
    {"Heizer, Render: Operations Management: Milwaukee Paper",
     15,
     "ACEGH",
     {{"A", 2, "", 0, 0, 0},
      {"B", 3, "", 0, 1, 0},
      {"C", 2, "A", 2, 0, 0},
      {"D", 4, "AB", 3, 1, 1},
      {"E", 4, "C", 4, 0, 0},
      {"F", 3, "C", 4, 6, 6},
      {"G", 5, "DE", 8, 0, 0},
      {"H", 2, "FG", 13, 0, 0}}},
    {"Meredith, Mantel: Project Management, a Managerial Approach, table 8-1",
     43,
     "ADJ",
     {{"A", 20, "", 0, 0, 0},
      {"B", 20, "", 0, 1, 0},
      {"C", 10, "", 0, 4, 0},
      {"D", 15, "A", 20, 0, 0},
      {"E", 10, "BC", 20, 5, 5},
      {"F", 14, "BC", 20, 9, 9},
      {"G", 4, "BC", 20, 1, 0},
      {"H", 11, "C", 10, 4, 3},
      {"I", 18, "GH", 24, 1, 1},
      {"J", 8, "DE", 35, 0, 0}}},
    {"Taha: Operations Research, an Introduction, floats of the network of section 6.5",
     25,
     "ADH",
     {{"A", 5, "", 0, 0, 0},
      {"B", 6, "", 0, 5, 2},
      {"C", 3, "A", 5, 3, 0},
      {"D", 8, "A", 5, 0, 0},
      {"E", 2, "BC", 8, 3, 3},
      {"F", 11, "BC", 8, 6, 6},
      {"G", 1, "D", 13, 11, 11},
      {"H", 12, "DE", 13, 0, 0}}},
    {"Winston: Operations Research, Widgetco",
     38,
     "BDEF",
     {{"A", 6, "", 0, 3, 3},
      {"B", 9, "", 0, 0, 0},
      {"C", 8, "AB", 9, 9, 9},
      {"D", 7, "AB", 9, 0, 0},
      {"E", 10, "D", 16, 0, 0},
      {"F", 12, "CE", 26, 0, 0}}},
    {"Anderson, Sweeney, Williams: Quantitative Methods, Western Hills Shopping Center",
     26,
     "AEFGI",
     {{"A", 5, "", 0, 0, 0},
      {"B", 6, "", 0, 6, 3},
      {"C", 4, "A", 5, 3, 0},
      {"D", 3, "A", 5, 2, 2},
      {"E", 1, "A", 5, 0, 0},
      {"F", 4, "E", 6, 0, 0},
      {"G", 14, "DF", 10, 0, 0},
      {"H", 12, "BC", 9, 3, 3},
      {"I", 2, "GH", 24, 0, 0}}},
    {"Krajewski, Ritzman: Operations Management, St. John's Hospital",
     69,
     "BDHJK",
     {{"A", 12, "", 0, 2, 0},
      {"B", 9, "", 0, 0, 0},
      {"C", 10, "A", 12, 2, 0},
      {"D", 10, "B", 9, 0, 0},
      {"E", 24, "B", 9, 26, 26},
      {"F", 10, "A", 12, 41, 41},
      {"G", 35, "C", 22, 2, 2},
      {"H", 40, "D", 19, 0, 0},
      {"I", 15, "A", 12, 36, 36},
      {"J", 4, "EGH", 59, 0, 0},
      {"K", 6, "FIJ", 63, 0, 0}}},
    {"Gray, Larson: Project Management, the Managerial Process, Koll Business Center",
     235,
     "ABFGH",
     {{"A", 5, "", 0, 0, 0},
      {"B", 15, "A", 5, 0, 0},
      {"C", 10, "A", 5, 5, 5},
      {"D", 5, "A", 5, 10, 10},
      {"E", 15, "BC", 20, 165, 165},
      {"F", 10, "BCD", 20, 0, 0},
      {"G", 170, "F", 30, 0, 0},
      {"H", 35, "EG", 200, 0, 0}}},
    {"Wikipedia: Program evaluation and review technique, expected times in sixths of a day",
     117,
     "ACEG",
     {{"A", 24, "", 0, 0, 0},
      {"B", 32, "", 0, 23, 23},
      {"C", 31, "A", 24, 0, 0},
      {"D", 38, "A", 24, 28, 0},
      {"E", 31, "BC", 55, 0, 0},
      {"F", 27, "D", 62, 28, 28},
      {"G", 31, "E", 86, 0, 0}}},
};

uint32_t number_of(const Published& of, char name) {
  for (uint32_t i = 0; i < of.activities.size(); ++i) {
    if (of.activities[i].name[0] == name) return i;
  }
  FAIL("no activity " << name);
  return 0;
}

Network network_of(const Published& of, int32_t shift_of_finish) {
  Network network;
  network.as_of = *make_date(2026, 6, 1);
  CalendarLayer every_day;
  every_day.week = WeekPattern{0x7F};
  network.times = {WorkingTime(every_day)};
  for (const Activity& activity : of.activities) {
    NetworkNode& node = network.nodes.emplace_back();
    node.length = activity.length;
    node.source = LengthSource::estimate;
  }
  // The end of the project is an event after everything.
  const auto end = static_cast<uint32_t>(network.nodes.size());
  NetworkNode& event = network.nodes.emplace_back();
  event.kind = PlanKind::milestone;
  event.source = LengthSource::event;
  for (uint32_t i = 0; i < of.activities.size(); ++i) {
    for (const char* before = of.activities[i].after; *before != 0; ++before) {
      network.edges.push_back({number_of(of, *before), i, Relation::finish_start, false, 0});
    }
  }
  for (uint32_t i = 0; i < end; ++i) {
    network.edges.push_back({i, end, Relation::finish_start, false, shift_of_finish});
  }
  return network;
}

TEST_CASE("published networks have their published dates, floats and critical path", "[passes]") {
  for (const Published& of : kPublished) {
    INFO(of.source);
    const Network network = network_of(of, 0);
    const auto end = static_cast<uint32_t>(of.activities.size());
    const Passes passes = run_passes(network, Ends{end});
    CHECK(days_between(network.as_of, passes.dates[end].early_finish) + 1 == of.length);
    for (uint32_t i = 0; i < end; ++i) {
      const Activity& activity = of.activities[i];
      const NodeDates& dates = passes.dates[i];
      INFO(activity.name);
      CHECK(days_between(network.as_of, dates.early_start) == activity.early_start);
      CHECK(days_between(dates.early_start, dates.early_finish) + 1 == activity.length);
      CHECK(dates.total_float == activity.total);
      CHECK(days_between(dates.early_start, dates.late_start) == activity.total);
      CHECK(days_between(dates.early_finish, dates.late_finish) == activity.total);
      CHECK(dates.free_float == activity.free);
    }
    std::string critical;
    for (const uint32_t n : longest_path(network, passes, end)) {
      if (n != end) critical += of.activities[n].name;
    }
    CHECK(critical == of.critical);
  }
}

TEST_CASE("float is the same whatever comes between the last activity and the end", "[passes]") {
  for (const Published& of : kPublished) {
    INFO(of.source);
    const Network network = network_of(of, 3);
    const auto end = static_cast<uint32_t>(of.activities.size());
    const Passes passes = run_passes(network, Ends{end});
    CHECK(days_between(network.as_of, passes.dates[end].early_finish) + 1 == of.length + 3);
    for (uint32_t i = 0; i < end; ++i) {
      CHECK(passes.dates[i].total_float == of.activities[i].total);
    }
  }
}

TEST_CASE("an activity late by more than its float moves the end by the difference", "[passes]") {
  for (const Published& of : kPublished) {
    INFO(of.source);
    const Network network = network_of(of, 0);
    const auto end = static_cast<uint32_t>(of.activities.size());
    const Passes passes = run_passes(network, Ends{end});
    const Date finish = passes.dates[end].early_finish;
    for (uint32_t i = 0; i < end; ++i) {
      const int32_t total = of.activities[i].total;
      CHECK(finish_if_moved(network, passes, i, total, end) == finish);
      CHECK(finish_if_moved(network, passes, i, total + 4, end) == add_days(finish, 4));
    }
  }
}

}  // namespace
}  // namespace milepost
