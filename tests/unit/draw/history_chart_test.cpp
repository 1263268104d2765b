// Charts of a history: what their marks say.
#include "draw/history_chart.h"

#include <memory>
#include <string>

#include "catch.h"
#include "compare/past.h"
#include "compose/compose.h"
#include "compose/trend_figures.h"
#include "unit/compose/viewed.h"

namespace milepost {
namespace {

TEST_CASE("slip chart: only what is met has a filled mark, the target too", "[draw][trends]") {
  auto past = std::make_unique<Past>();
  for (int week = 0; week < 2; ++week) {
    ViewEdition edition;
    edition.date = add_days(*make_date(2026, 5, 25), week * 7);
    past->history.editions.push_back(edition);
    TrendPoint point;
    point.milestones = {{"M-0", *make_date(2026, 5, 20), {}, true},
                        {"M-1", *make_date(2026, 6, 30), {}, false}};
    past->history.trends.push_back(point);
  }
  const Outline outline = compose_site(
      view_of_files({{"program.yaml", "program: P\ntarget: M-1\n"},
                     {"plan.yaml",
                      "milestones:\n- {id: M-1, title: Launch, due: 2026-06-30}\n"
                      "- {id: M-0, title: Design, finished: 2026-05-20, status: complete}\n"}}),
      Words(), SiteLayout::pages, std::move(past));
  const std::string svg(draw_slip_figure(outline, slip_figure(outline)).view());
  CHECK(svg.find("class=\"open target\"") != std::string::npos);
  CHECK(svg.find("class=\"met\"") != std::string::npos);
}

}  // namespace
}  // namespace milepost
