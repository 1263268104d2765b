// Figures of a history: which there are, what they say, which milestones have a line.
#include "compose/trend_figures.h"

#include <memory>
#include <string>
#include <utility>

#include "catch.h"
#include "compare/past.h"
#include "unit/compose/viewed.h"

namespace milepost {
namespace {

constexpr const char* kPlan =
    "milestones:\n"
    "- {id: M-1, title: Launch, due: 2026-06-30, owner: Asha}\n"
    "- {id: M-2, title: Pilot, due: 2026-06-19, owner: Asha}\n"
    "- {id: M-0, title: Design, due: 2026-05-01, finished: 2026-05-04, status: complete}\n"
    "tasks:\n"
    "- {id: T-1, title: Build, due: 2026-06-12, delivers: M-2, owner: Asha}\n"
    "- {id: T-2, title: Open, due: 2026-06-26, depends_on: [M-2], delivers: M-1, owner: Asha}\n";

TrendPoint point_of(uint32_t open, uint32_t done, uint32_t exposure, Date pilot) {
  TrendPoint point;
  point.work_open = open;
  point.work_done = done;
  point.days_left = open * 4;
  point.risk_exposure = exposure;
  point.milestones = {{"M-0", *make_date(2026, 5, 4), {}, true}, {"M-2", pilot, {}, false}};
  point.path = {"T-1", "M-2"};
  return point;
}

Outline outline_with(std::vector<TrendPoint> points, bool insider = true) {
  auto past = std::make_unique<Past>();
  for (size_t i = 0; i < points.size(); ++i) {
    ViewEdition edition;
    edition.date = add_days(*make_date(2026, 5, 15), static_cast<int64_t>(i) * 7);
    if (i == 0) edition.title = "kick-off";
    past->history.editions.push_back(edition);
  }
  past->history.trends = std::move(points);
  View view = view_of_files({{"plan.yaml", kPlan}});
  if (!insider) view.program.shows = {false, false, false, false, false, false};
  return compose_site(std::move(view), Words(), SiteLayout::pages, std::move(past));
}

const TrendFigure* figure_of(const std::vector<TrendFigure>& figures, TrendName name) {
  for (const TrendFigure& figure : figures) {
    if (figure.name == name) return &figure;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("figures say where they are and where they began", "[compose][trends]") {
  const Date early = *make_date(2026, 6, 5), late = *make_date(2026, 6, 19);
  const Outline outline = outline_with(
      {point_of(6, 1, 30, early), point_of(6, 2, 44, early), point_of(5, 4, 20, late)});
  CHECK(outline.trends_page != kNoPage);
  const std::vector<TrendFigure> figures = trend_figures(outline);
  const TrendFigure* work = figure_of(figures, TrendName::work);
  REQUIRE(work != nullptr);
  CHECK(work->said == "4 of 9 tasks are done; on Fri 15 May it was 1 of 7.");
  CHECK(work->lines[1].values == std::vector<int64_t>{7, 8, 9});
  const TrendFigure* exposure = figure_of(figures, TrendName::exposure);
  REQUIRE(exposure != nullptr);
  CHECK(exposure->said.ends_with("The most was 44, on Fri 22 May."));
  CHECK(figure_of(figures, TrendName::blockers) == nullptr);  // there never was one
  const TrendFigure* path = figure_of(figures, TrendName::path);
  REQUIRE(path != nullptr);
  CHECK(path->said == "The critical path has not changed.");
  CHECK(edition_words(outline, 0) == "15 May, kick-off");
}

TEST_CASE("a milestone has a line from version to version until it is met", "[compose][trends]") {
  const Date early = *make_date(2026, 6, 5), late = *make_date(2026, 6, 19);
  const Outline outline = outline_with({point_of(6, 1, 0, early), point_of(6, 2, 0, late)});
  const SlipFigure slips = slip_figure(outline);
  REQUIRE(slips.lines.size() == 2);
  CHECK(outline.view.record(slips.lines[0].record).id == "M-0");
  CHECK(slips.lines[0].points.size() == 1);  // met in the first, told once
  CHECK(slips.lines[1].points.back().finish == late);
}

TEST_CASE("an audience is told no more of the past than of today", "[compose][trends]") {
  const Date day = *make_date(2026, 6, 5);
  const Outline outline = outline_with({point_of(6, 1, 30, day), point_of(5, 2, 30, day)}, false);
  for (const TrendFigure& figure : trend_figures(outline)) CHECK(figure.name == TrendName::path);
}

TEST_CASE("one version has no trend", "[compose][trends]") {
  const Outline outline = outline_with({point_of(6, 1, 30, *make_date(2026, 6, 5))});
  CHECK(outline.trends_page == kNoPage);
  CHECK(trend_figures(outline).empty());
  CHECK(slip_figure(outline).lines.empty());
}

}  // namespace milepost
