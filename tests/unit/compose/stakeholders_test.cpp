// The stakeholder map and the communication plan.
#include "compose/stakeholders.h"

#include "catch.h"
#include "unit/compose/viewed.h"

namespace milepost {
namespace {

constexpr std::string_view kStakeholders =
    "# Stakeholders\n\n## Stakeholders\n\n| ID | Stakeholder | Interest | Influence | Current "
    "engagement | Desired engagement |\n| - | - | - | - | - | - |\n| STK-1 | Bob | High | Very "
    "high "
    "| neutral | leading |\n| STK-2 | Bank | Low | Medium | | |\n| STK-3 | Nobody knows | | High | "
    "| |\n";
constexpr std::string_view kRecords = "records: [{path: stakeholders.md, kind: stakeholder}]\n";

std::vector<ViewRecordId> all(const View& view) {
  std::vector<ViewRecordId> ids;
  for (uint32_t i = 0; i < view.records.size(); ++i) ids.push_back(ViewRecordId{i});
  return ids;
}

TEST_CASE("stakeholders: a plain build has no map, for the fields are restricted", "[stakes]") {
  const View view = view_of_files({
      {"program.yaml", "program: Example\n" + std::string(kRecords)},
      {"stakeholders.md", kStakeholders},
  });
  REQUIRE(view.records.size() == 3);
  const StakeholderMap map = make_stakeholder_map(view, all(view));
  CHECK(map.places.empty());
  CHECK(!map.engagement);
}

TEST_CASE("stakeholders: fields that are declared open make a map", "[stakes]") {
  const View view = view_of_files({
      {"program.yaml",
       "program: Example\n" + std::string(kRecords) +
           "kinds:\n  stakeholder: {fields: {interest: {visibility: open}, influence: {visibility: "
           "open}, engagement_now: {visibility: open}, engagement_wanted: {visibility: open}}}\n"},
      {"stakeholders.md", kStakeholders},
  });
  const StakeholderMap map = make_stakeholder_map(view, all(view));
  REQUIRE(map.places.size() == 2);
  CHECK(map.engagement);
  CHECK(map.places[0].interest == StakeBand::high);
  CHECK(map.places[0].influence == StakeBand::high);
  CHECK(map.places[0].now == "Neutral");
  CHECK(map.places[0].wanted == "Leading");
  CHECK(map.places[1].interest == StakeBand::low);
  CHECK(map.places[1].influence == StakeBand::medium);
}

TEST_CASE("communications: how often, and on which day", "[stakes]") {
  CHECK(read_cadence("Weekly, Friday 15:00").cadence == Cadence::weekly);
  CHECK(read_cadence("Weekly, Friday 15:00").weekday == Weekday::friday);
  CHECK(read_cadence("Every second Wednesday").cadence == Cadence::fortnightly);
  CHECK(read_cadence("each Tuesday").cadence == Cadence::weekly);
  CHECK(read_cadence("every two weeks").cadence == Cadence::fortnightly);
  CHECK(read_cadence("Bi-weekly").cadence == Cadence::fortnightly);
  CHECK(read_cadence("2w").cadence == Cadence::fortnightly);
  CHECK(read_cadence("monthly").cadence == Cadence::monthly);
  CHECK(read_cadence("Daily").cadence == Cadence::daily);
  CHECK(read_cadence("Hourly on launch day").cadence == Cadence::hourly);
  CHECK(read_cadence("when needed").cadence == Cadence::other);
  CHECK(!read_cadence("Monday and Friday").weekday);
}

TEST_CASE("communications: by rhythm, with the next day and who hears what", "[stakes]") {
  const View view = view_of_files({
      {"program.yaml",
       "program: Example\nroles: {sponsor: bob}\npeople: {bob: {name: Bob Hale}}\nteams: "
       "{platform: {name: Platform}}\n"},
      {"comms.yaml",
       "communications:\n"
       "- {id: COM-1, title: Letter, audience: [Sponsor], cadence: monthly}\n"
       "- {id: COM-2, title: Status, audience: [Sponsor, Platform], cadence: 'Weekly, Friday'}\n"
       "- {id: COM-3, title: Sync, audience: [platform], cadence: 'Weekly, Monday'}\n"
       "- {id: COM-4, title: Launch mail, audience: [Shops], due: 2026-07-01}\n"
       "- {id: COM-5, title: Sent, audience: [Shops], status: sent}\n"},
  });
  const CommunicationPlan plan = make_communication_plan(view, all(view));
  REQUIRE(plan.rows.size() == 4);
  const auto id = [&](size_t row) { return view.record(plan.rows[row].record).short_id; };
  CHECK(id(0) == "COM-3");
  CHECK(plan.rows[0].next == make_date(2026, 6, 1));
  CHECK(id(1) == "COM-2");
  CHECK(plan.rows[1].next == make_date(2026, 6, 5));
  CHECK(id(2) == "COM-1");
  CHECK(!plan.rows[2].next);
  CHECK(id(3) == "COM-4");
  CHECK(plan.rows[3].cadence == Cadence::once);
  CHECK(plan.rows[3].next == make_date(2026, 7, 1));
  REQUIRE(plan.hearers.size() == 3);
  CHECK(plan.hearers[0].name == "platform");
  CHECK(plan.hearers[0].party.team == team_named(view, "platform"));
  CHECK(plan.hearers[0].hears.size() == 2);
  CHECK(plan.hearers[1].party.person == person_named(view, "bob"));
  CHECK(plan.hearers[2].party.person == kNoViewPerson);
}

}  // namespace
}  // namespace milepost
