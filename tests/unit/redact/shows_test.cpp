// What an audience is told of what is computed, and that copying a program tells the same as
// consuming it.
#include <string>
#include <utility>

#include "analyze/analyze.h"
#include "calendar/date.h"
#include "catch.h"
#include "compose/compose.h"
#include "redact/redact.h"
#include "render/model_json.h"
#include "render/records_csv.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

Linked program() {
  return Linked({
      {"program.yaml", "program: Test\ndescription: Ours alone\ntarget: M-1\n"},
      {"plan.yaml",
       "tasks:\n"
       "- {id: T-1, title: Dig, start: 2026-05-04, estimate: 5d..20d, owner: Asha,\n"
       "   due: 2026-05-20, status: in_progress, health: on_track}\n"
       "- {id: T-2, title: Fill, estimate: 10d, depends_on: [T-1], owner: Asha}\n"
       "milestones:\n- {id: M-1, title: Done, due: 2026-06-05, depends_on: [T-2]}\n"},
      {"raid.yaml",
       "risks:\n- {id: R-1, title: Rain, likelihood: high, impact: high, raised: 2026-05-01}\n"},
      {"reports.yaml",
       "status_reports:\n"
       "- {id: SR-1, title: Week 21, date: 2026-05-22, health: at_risk, status: published}\n"
       "- {id: SR-2, title: Week 22, date: 2026-05-29, health: off_track, status: published,\n"
       "   visibility: restricted}\n"},
      {"notes.md", "---\nid: D-1\nkind: decision\ntitle: Dig first\n---\n\nAs [T-1](T-1) says.\n"},
  });
}

Audience audience(Shows shows) {
  Audience made;
  made.name = "partners";
  made.insider = false;
  made.shows = shows;
  return made;
}

constexpr Shows kNothing = {false, false, false, false, false, false};

View view_for(Linked& linked, const Audience& who, bool consume = true) {
  Analysis analysis = analyze_program(linked.program, *make_date(2026, 6, 1));
  RedactOptions options;
  options.audience = who;
  PlanMask mask = visible_plan(linked.program, analysis.schedule, who);
  if (!mask.records.empty()) keep_visible(linked.program, analysis, std::move(mask));
  if (consume) {
    return redact_program(std::move(linked.program), linked.sources, analysis, {}, {}, options);
  }
  return redact_program(std::as_const(linked.program), linked.sources, analysis, {}, {}, options);
}

bool has_score(const View& view) {
  bool any = false;
  for (const ViewRecord& record : view.records) {
    any = any || record.facts.score != 0 || record.facts.band != 0;
  }
  return any;
}

bool has_health(const View& view) {
  bool any = false;
  for (const ViewScheduleItem& item : view.schedule.items) {
    any = any || item.computed != ViewHealth::none || !item.reasons.empty() || item.rosier;
  }
  return any;
}

TEST_CASE("redact: an audience is told nothing computed unless it is shown", "[redact]") {
  Linked linked = program();
  const View view = view_for(linked, audience(kNothing));
  REQUIRE(view.schedule.items.size() == 3);
  CHECK(view.schedule.items[0].dated);  // dates are true dates
  CHECK_FALSE(has_health(view));
  CHECK_FALSE(has_score(view));
  CHECK(view.schedule.computed == ViewHealth::none);
  CHECK(view.schedule.reasons.empty());
  CHECK(view.schedule.forecast.empty());
  CHECK(view.schedule.drivers.empty());
  CHECK(view.schedule.trials == 0);
  CHECK(view.readiness.empty());
  CHECK(view.findings.empty());
  // What authors report on visible records is told.
  CHECK(view.program.reported == ViewHealth::at_risk);
  Linked again = program();
  const Outline outline = compose_site(view_for(again, audience(kNothing)), Words());
  CHECK(outline.overview.verdict.facts == ViewHealth::none);
  CHECK(outline.overview.verdict.state == ViewHealth::at_risk);
  const std::string json = model_json(outline);
  for (const char* word : {"\"score\"", "\"rosier\"", "\"forecast_basis\"", "\"reasons\""}) {
    CAPTURE(word);
    CHECK(json.find(word) == std::string::npos);
  }
  CHECK(records_csv(outline).find("score") == std::string::npos);
}

TEST_CASE("redact: each word of shows turns one thing on", "[redact]") {
  const auto of = [](Shows shows) {
    Linked linked = program();
    return view_for(linked, audience(shows));
  };
  Shows shows = kNothing;
  shows.health = true;
  CHECK(has_health(of(shows)));
  CHECK(of(shows).schedule.computed == ViewHealth::none);
  shows = kNothing;
  shows.verdict = true;
  CHECK_FALSE(has_health(of(shows)));
  CHECK(of(shows).schedule.computed != ViewHealth::none);
  shows = kNothing;
  shows.scores = true;
  CHECK(has_score(of(shows)));
  CHECK_FALSE(has_health(of(shows)));
  shows = kNothing;
  shows.probabilities = true;
  CHECK(of(shows).schedule.trials > 0);
  CHECK_FALSE(of(shows).schedule.forecast.empty());
}

TEST_CASE("redact: the newest report is that of those who may be seen", "[redact]") {
  Linked linked = program();
  const View view = view_for(linked, audience(kNothing));
  REQUIRE(view.program.newest_report != kNoViewRecord);
  CHECK(view.record(view.program.newest_report).id == "SR-1");
}

TEST_CASE("redact: what program.yaml says is internal, but for the title", "[redact]") {
  Audience outside = audience(kNothing);
  outside.sees = {"public"};
  Linked linked = program();
  const View view = view_for(linked, outside);
  CHECK(view.program.title == "Test");
  CHECK(view.program.description.empty());
  CHECK(view.records.empty());
  Linked again = program();
  CHECK(view_for(again, audience(kNothing)).program.description == "Ours alone");
}

TEST_CASE("redact: copying a program tells the same as consuming it", "[redact]") {
  for (const char* sees : {"public", "internal", "restricted"}) {
    Audience who = audience({});
    who.sees = {sees};
    Linked linked = program();
    const std::string copied = model_json(compose_site(view_for(linked, who, false), Words()));
    const std::string again = model_json(compose_site(view_for(linked, who, false), Words()));
    const std::string taken = model_json(compose_site(view_for(linked, who), Words()));
    CHECK(copied == again);
    CHECK(copied == taken);
  }
}

TEST_CASE("redact: a hidden baseline leaves the slip from what is promised now", "[redact]") {
  const std::string settings =
      "program: Test\ntarget: M-1\nkinds: {milestone: {fields: {baseline: {visibility: "
      "restricted}}}}\n";
  const std::string plan =
      "tasks:\n- {id: T-1, title: Dig, start: 2026-06-01, due: 2026-07-16, owner: Asha}\n"
      "milestones:\n- {id: M-1, title: Done, due: 2026-07-14, depends_on: [T-1]";
  Linked hidden({{"program.yaml", settings},
                 {"plan.yaml", plan + ", baseline: [2026-06-30, 2026-07-10]}\n"}});
  Linked without({{"program.yaml", settings}, {"plan.yaml", plan + "}\n"}});
  const View view = view_for(hidden, audience(kNothing));
  const View other = view_for(without, audience(kNothing));
  const ViewScheduleItem* item = view.schedule.item(ViewRecordId{1});
  const ViewScheduleItem* same = other.schedule.item(ViewRecordId{1});
  REQUIRE(item != nullptr);
  REQUIRE(same != nullptr);
  CHECK(item->finish == *make_date(2026, 7, 16));
  CHECK(item->baseline == make_date(2026, 7, 14));
  CHECK(item->slip == 2);
  CHECK(item->slip == same->slip);
  CHECK(item->slip_from_first == same->slip_from_first);
}

}  // namespace
}  // namespace milepost
