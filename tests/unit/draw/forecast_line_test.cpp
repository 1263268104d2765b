// The line from the commitment to P80.
#include "draw/forecast_line.h"

#include <string>

#include "catch.h"
#include "unit/render/planned.h"

namespace milepost {
namespace {

std::string line_of(View view) {
  return std::string(draw_forecast_line(site_of(std::move(view))).view());
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_CASE("forecast line: commitment, forecast and the slip between", "[forecast_line]") {
  const std::string svg = line_of(planned_view());
  CHECK(has(svg, "fl-committed"));
  CHECK(has(svg, "class=\"fl-slip s-off\""));
  CHECK(has(svg, "fl-stone"));
  CHECK_FALSE(has(svg, "fl-band"));
  CHECK(has(svg, "Committed: Fri 12 Jun. Forecast: Mon 22 Jun."));
}

TEST_CASE("forecast line: a band to P80 if there is a forecast", "[forecast_line]") {
  const std::string svg = line_of(forecast_view(true));
  CHECK(has(svg, "fl-band"));
  CHECK(has(svg, ">P80<"));
  CHECK(has(svg, "Likely: Thu 18 Jun to Wed 1 Jul."));
}

TEST_CASE("forecast line: the labels of one day stand on its two sides", "[forecast_line]") {
  View view = planned_view();
  ViewScheduleItem& target =
      view.schedule.items[view.schedule.item_of[number(view.schedule.target)]];
  target.finish = *make_date(2026, 6, 12);
  target.slip = 0;
  view.schedule.explanations.front().slip = 0;
  const std::string svg = line_of(std::move(view));
  CHECK_FALSE(has(svg, "fl-slip"));
  CHECK(has(svg, "text-anchor=\"end\" class=\"fl-label\">committed<"));
  CHECK(has(svg, "class=\"fl-label fl-now\">forecast<"));
}

TEST_CASE("forecast line: nothing where there is nothing to compare", "[forecast_line]") {
  View bare = planned_view();
  bare.schedule = {};
  CHECK(line_of(std::move(bare)).empty());
  View alone = planned_view();
  alone.schedule.explanations.clear();
  ViewScheduleItem& target =
      alone.schedule.items[alone.schedule.item_of[number(alone.schedule.target)]];
  target.commitment.reset();
  target.baseline.reset();
  CHECK(line_of(std::move(alone)).empty());
}

TEST_CASE("forecast line: a slip of years stays a line", "[forecast_line]") {
  View view = planned_view();
  ViewScheduleItem& target =
      view.schedule.items[view.schedule.item_of[number(view.schedule.target)]];
  target.finish = *make_date(2031, 6, 12);
  const std::string svg = line_of(std::move(view));
  CHECK(svg.size() < 20000);
  CHECK_FALSE(has(svg, "fl-off"));
}

}  // namespace
}  // namespace milepost
