// What the first page says of the target.
#include "render/verdict_words.h"

#include <regex>
#include <string>

#include "catch.h"
#include "draw/drawings.h"
#include "unit/render/planned.h"

namespace milepost {
namespace {

std::string without_tags(const Html& html) {
  return std::regex_replace(std::string(html.view()), std::regex("<[^>]*>"), "");
}

struct Said {
  std::string verdict, lead;
};

Said said_of(View view) {
  const Outline outline = site_of(std::move(view));
  const Drawings none;
  const PageScope scope(outline, none, outline.overview_page);
  HtmlWriter verdict, lead;
  write_verdict(verdict, scope);
  write_verdict_lead(lead, scope);
  return {without_tags(verdict.html()), without_tags(lead.html())};
}

ViewScheduleItem& target_of(View& view) {
  return view.schedule.items[view.schedule.item_of[number(view.schedule.target)]];
}

TEST_CASE("verdict: the forecast against the commitment in working days", "[verdict]") {
  const Said said = said_of(planned_view());
  CHECK(said.verdict ==
        "Off track. General availability is forecast for Mon 22 Jun, 6 working days after the "
        "committed Fri 12 Jun.");
  CHECK(said.lead ==
        "34 of 40 path items are estimated. Nobody has reported; this is what the facts say. ");
}

TEST_CASE("verdict: earlier, as committed, and without a commitment", "[verdict]") {
  View early = planned_view();
  target_of(early).finish = *make_date(2026, 6, 11);
  early.schedule.explanations.front().slip = -1;
  early.schedule.computed = ViewHealth::on_track;
  CHECK(said_of(std::move(early)).verdict ==
        "On track. General availability is forecast for Thu 11 Jun, 1 working day before the "
        "committed Fri 12 Jun.");
  View kept = planned_view();
  target_of(kept).finish = *make_date(2026, 6, 12);
  kept.schedule.explanations.front().slip = 0;
  CHECK(said_of(std::move(kept)).verdict.ends_with("forecast for Fri 12 Jun, as committed."));
  View uncommitted = planned_view();
  uncommitted.schedule.explanations.clear();
  target_of(uncommitted).commitment.reset();
  target_of(uncommitted).baseline.reset();
  CHECK(said_of(std::move(uncommitted))
            .verdict.ends_with("forecast for Mon 22 Jun; no date is committed."));
}

TEST_CASE("verdict: a chance only where enough of the path has a range", "[verdict]") {
  CHECK(said_of(forecast_view(true))
            .lead.starts_with("Likely 18 Jun to 1 Jul once ranges and open risks are counted; 34 "
                              "of 40 path items are estimated."));
  CHECK(said_of(forecast_view(false))
            .lead.starts_with("Likely 18 Jun to 1 Jul once ranges and open risks are counted, 41 % "
                              "for the committed date; 34 of 40 path "
                              "items are estimated."));
}

TEST_CASE("verdict: what is reported beside what the facts say", "[verdict]") {
  View view = planned_view();
  ViewRecord& target = view.records[number(view.schedule.target)];
  target.health = ViewHealth::at_risk;
  target.health_because = "The bank answers on Friday.";
  target.health_until = *make_date(2026, 6, 5);
  CHECK(said_of(std::move(view)).lead ==
        "34 of 40 path items are estimated. The last report reports at risk; the facts say off "
        "track. The reason given, until Fri 5 Jun: The bank answers on Friday. ");
}

TEST_CASE("verdict: the last milestone is the target if none is named", "[verdict]") {
  View view = planned_view();
  view.program.target = kNoViewRecord;
  CHECK(
      said_of(std::move(view)).verdict.starts_with("Off track. General availability is forecast"));
}

TEST_CASE("verdict: without a schedule the dates of the records stand", "[verdict]") {
  View view = planned_view();
  view.schedule = {};
  CHECK(said_of(std::move(view)).verdict ==
        "General availability is due Fri 12 Jun, in 9 working days.");
}

}  // namespace
}  // namespace milepost
