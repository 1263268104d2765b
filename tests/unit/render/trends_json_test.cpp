// Figures of versions as data: told again only where they are others, and to nobody who is not
// told.
#include "render/trends_json.h"

#include <memory>
#include <string>

#include "catch.h"
#include "compare/past.h"
#include "compose/compose.h"
#include "unit/compose/viewed.h"

namespace milepost {
namespace {

TrendPoint point_of(uint32_t open, Date launch, uint32_t passed) {
  TrendPoint point;
  point.work_open = open;
  point.risk_exposure = open * 5;
  // M-9 is not there any more, or may not be seen any more.
  point.milestones = {{"M-1", launch, {}, false}, {"M-9", launch, {}, false}};
  point.releases = {{"REL-1", passed, 0, 3, 1, ViewReadyVerdict::no_go}};
  return point;
}

std::string trends_of(std::vector<TrendPoint> points, bool insider = true) {
  auto past = std::make_unique<Past>();
  for (size_t i = 0; i < points.size(); ++i) {
    ViewEdition edition;
    edition.date = add_days(*make_date(2026, 5, 15), static_cast<int64_t>(i) * 7);
    edition.label = "v" + std::to_string(i + 1);
    past->history.editions.push_back(edition);
  }
  past->history.trends = std::move(points);
  View view = view_of_files({{"plan.yaml",
                              "milestones: [{id: M-1, title: Launch, due: 2026-06-30}]\n"
                              "releases: [{id: REL-1, title: One}]\n"}});
  if (!insider) view.program.shows = {false, false, false, false, false, false};
  const Outline outline =
      compose_site(std::move(view), Words(), SiteLayout::pages, std::move(past));
  std::string text;
  JsonWriter json(text);
  json.begin_object();
  write_trends(json, outline);
  json.end_object();
  return text;
}

size_t times(const std::string& text, std::string_view part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

const Date kEarly = *make_date(2026, 6, 30), kLate = *make_date(2026, 7, 7);

TEST_CASE("trends as data: a day is told again only if it is another", "[trends][json]") {
  const std::string text =
      trends_of({point_of(6, kEarly, 1), point_of(5, kEarly, 1), point_of(4, kLate, 2)});
  CHECK(times(text, "\"work_open\"") == 3);
  CHECK(times(text, "\"finish\"") == 2);
  CHECK(times(text, "\"2026-07-07\"") == 1);
  CHECK(times(text, "\"verdict\"") == 2);
  CHECK(text.find("M-9") == std::string::npos);
}

TEST_CASE("trends as data: who is told no figures has none", "[trends][json]") {
  const std::string text = trends_of({point_of(6, kEarly, 1), point_of(5, kLate, 2)}, false);
  CHECK(text.find("work_open") == std::string::npos);
  CHECK(text.find("risk_exposure") == std::string::npos);
  CHECK(text.find("no_go") == std::string::npos);
  CHECK(times(text, "\"finish\"") == 2);  // dates are told
}

TEST_CASE("trends as data: one version has none", "[trends][json]") {
  CHECK(trends_of({point_of(6, kEarly, 1)}).find("trends") == std::string::npos);
}

}  // namespace
}  // namespace milepost
