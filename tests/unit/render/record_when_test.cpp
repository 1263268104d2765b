// What the schedule says of a record on its page.
#include "render/record_when.h"

#include <regex>
#include <string>

#include "catch.h"
#include "draw/drawings.h"
#include "render/link_detail.h"
#include "render/slip.h"
#include "unit/render/planned.h"

namespace milepost {
namespace {

std::string without_tags(const HtmlWriter& out) {
  return std::regex_replace(std::string(out.view()), std::regex("<[^>]*>"), "");
}

template <typename Write>
std::string written(const Outline& outline, Write&& write) {
  const Drawings none;
  const PageScope scope(outline, none, outline.overview_page);
  HtmlWriter out;
  write(out, scope);
  return without_tags(out);
}

std::string when_of(const Outline& outline, std::string_view id) {
  return written(outline, [&](HtmlWriter& out, const PageScope& scope) {
    write_when(out, scope, record_named(outline.view, id));
  });
}

TEST_CASE("when: critical work says to what, and what it moves", "[when]") {
  const Outline outline = site_of(planned_view());
  CHECK(when_of(outline, "T-1") ==
        "StartFri 5 Jun\nForecastMon 22 Jun\nLength12 d, as estimated\n"
        "Floaton the critical path to General availability\n"
        "Waits longest forDEP-1 Payment API, 4 Jun\nIf it slipsit moves M-GA\n");
}

TEST_CASE("when: float in days, and a milestone with its slip", "[when]") {
  const Outline outline = site_of(planned_view());
  CHECK(when_of(outline, "T-2") ==
        "StartMon 1 Jun\nForecastWed 10 Jun\nLength8 d, as estimated\nFloat8 d of float\n");
  CHECK(when_of(outline, "M-GA") ==
        "Forecast12 Jun Mon 22 Jun +6 d\nFloaton the critical path to General availability\n"
        "Waits longest forT-1 Dry run, 22 Jun\n");
}

TEST_CASE("when: nothing for what has no date", "[when]") {
  View view = planned_view();
  view.schedule.items[1].dated = false;
  CHECK(when_of(site_of(std::move(view)), "T-1").empty());
  View none = planned_view();
  none.schedule = {};
  CHECK(when_of(site_of(std::move(none)), "T-1").empty());
}

TEST_CASE("when: the computed health with its reasons", "[when]") {
  const Outline outline = site_of(planned_view());
  const auto health = [&](std::string_view id) {
    return written(outline, [&](HtmlWriter& out, const PageScope& scope) {
      write_computed_health(out, scope, record_named(outline.view, id));
    });
  };
  CHECK(health("M-GA") ==
        "The facts say Off track 6 working days later than the committed Fri 12 Jun\n");
  CHECK(health("T-2").empty());
}

TEST_CASE("links: relation, lag and delay in words", "[link_detail]") {
  const Outline outline = site_of(planned_view());
  const auto detail = [&](const ViewLinkDetail& given) {
    const std::string words = written(outline, [&](HtmlWriter& out, const PageScope& scope) {
      write_link_detail(out, scope, given);
    });
    return words + "|" + link_detail_text(outline.view, given);
  };
  const auto working = [](int64_t days) { return Duration{days * 480, TimeKind::working}; };
  CHECK(detail({}) == "|");
  CHECK(detail({ViewRelation::start_start, false, working(3), {}}) ==
        "start to start, +3 d|start to start, +3d");
  CHECK(detail({ViewRelation::finish_start, false, working(-2), {}}) == "−2 d|-2d");
  CHECK(detail({ViewRelation::finish_finish, true, Duration{1440, TimeKind::wall}, {}})
            .starts_with("finish to finish, +1 d by the calendar, not certain|"));
  CHECK(
      detail(
          {ViewRelation::finish_start, false, {}, Estimate{working(2), working(4), working(6)}}) ==
      "by 2 d to 6 d|by 2d to 6d");
}

}  // namespace
}  // namespace milepost
