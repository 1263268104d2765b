// The trend of a metric: what is drawn, what is said of it, and when there is none.
#include "draw/trend.h"

#include <string>
#include <string_view>

#include "catch.h"
#include "unit/compose/composed.h"

namespace milepost {
namespace {

std::string trend(std::string_view metric) {
  const std::string text = "metrics:\n- " + std::string(metric) + "\n";
  const Outline outline = composed({{"metrics.yaml", text}});
  return std::string(draw_trend(outline, record_named(outline.view, "MET-1")).view());
}

size_t count_of(std::string_view text, std::string_view what) {
  size_t count = 0;
  for (size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) {
    ++count;
  }
  return count;
}

TEST_CASE("trend: readings, plan and target", "[trend]") {
  const std::string svg = trend(
      "{id: MET-1, title: \"Lag <b>\", target: {value: 10, by: 2026-08-01}, plan: {2026-06-30: 20, "
      "2026-07-30: 12}, readings: {2026-05-20: 30, 2026-05-01: 40, 2026-05-29: 24.5}}");
  CHECK(count_of(svg, "<circle") == 3);
  CHECK(count_of(svg, "class=\"read\"/>") == 5);  // two lines, three points
  CHECK(count_of(svg, "class=\"plan\"") == 1);
  CHECK(count_of(svg, "class=\"target\"") == 1);
  CHECK(count_of(svg, "class=\"now\"") == 0);
  CHECK(svg.find("Lag &lt;b&gt;") != std::string::npos);
  // In the order of days, whatever that of the file.
  CHECK(svg.find("Readings: 40 on 1 May, 30 on 20 May, 24.5 on 29 May.") != std::string::npos);
  CHECK(svg.find("Plan: 20 on 30 Jun, 12 on 30 Jul.") != std::string::npos);
  CHECK(svg.find("target 10 by 1 Aug") != std::string::npos);
  CHECK(svg.find("style=") == std::string::npos);
}

TEST_CASE("trend: a record that tells of no course has none", "[trend]") {
  CHECK(trend("{id: MET-1, title: A}").empty());
  CHECK(trend("{id: MET-1, title: A, readings: {2026-05-20: 30}}").empty());
  CHECK_FALSE(trend("{id: MET-1, title: A, readings: {2026-05-20: 3, 2026-05-21: 3}}").empty());
  CHECK_FALSE(
      trend("{id: MET-1, title: A, plan: {2026-07-20: 3}, readings: {2026-05-20: 3}}").empty());
}

TEST_CASE("trend: readings of one value, one day, or without end stay in the picture", "[trend]") {
  for (const char* readings :
       {"{2026-05-20: 3, 2026-05-21: 3}", "{2026-05-20: -1e300, 2026-05-21: 1e300}",
        "{0001-01-01: 1, 9999-12-31: 2}"}) {
    const std::string svg = trend("{id: MET-1, title: A, readings: " + std::string(readings) + "}");
    CAPTURE(readings, svg);
    CHECK(svg.find("nan") == std::string::npos);
    CHECK(svg.find("inf") == std::string::npos);
    CHECK(svg.find("y=\"-") == std::string::npos);
    CHECK(svg.find("cx=\"-") == std::string::npos);
  }
}

}  // namespace
}  // namespace milepost
