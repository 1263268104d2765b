// Tests of people, teams and roles.
#include "link/people.h"

#include "catch.h"
#include "link/codes.h"
#include "unit/link/linked.h"

namespace milepost {
namespace {

constexpr const char* kProgram = R"(program: X
start: 2026-01-05
people:
  asha: {name: Asha Rao, team: platform, role: Engineering Manager, email: asha@example.com}
  li: {name: Alex Li, team: data}
  mo: {name: Alex Mo}
teams: {platform: {name: Platform, lead: asha}, data: {name: Data Services}}
roles: {sponsor: bob, tech_lead: [li, mo]}
)";

// The owner of a single task, as the dump prints it.
std::string owner(std::string_view written) {
  const std::string plan =
      "tasks:\n- id: T-1\n  title: One\n  owner: " + std::string(written) + "\n";
  const Linked linked({{"program.yaml", kProgram}, {"plan.yaml", plan}});
  const std::string dump = print_program(linked.program, linked.sources);
  const std::size_t begin = dump.find("\n  owner ");
  if (begin == std::string::npos) return {};
  return dump.substr(begin + 9, dump.find('\n', begin + 1) - begin - 9);
}

TEST_CASE("a person is known by key, name, handle, e-mail, first name and title", "[link]") {
  for (const char* written : {"asha", "Asha Rao", "ASHA RAO", "'@asha'", "asha@example.com",
                              "Asha Rao <asha@example.com>", "Asha", "Engineering Manager"}) {
    INFO(written);
    CHECK(owner(written) == "person asha");
  }
}

TEST_CASE("teams and roles may stand for people", "[link]") {
  CHECK(owner("Platform") == "team platform");
  CHECK(owner("Platform team") == "team platform");
  CHECK(owner("the Data Services squad") == "team data");
  CHECK(owner("SRE team") == "team sre");
  CHECK(owner("sponsor") == "role sponsor (bob)");
  CHECK(owner("Tech lead") == "role tech_lead (li)");
  CHECK(owner("Tech Lead (Alex Mo)") == "role tech_lead (mo)");
}

TEST_CASE("a person in parentheses is who is meant", "[link]") {
  CHECK(owner("Platform EM (Asha)") == "person asha");
  CHECK(owner("Delivery Manager (Zoe)") == "person zoe");
  CHECK(owner("Zoe (contractor)") == "person zoe");
}

TEST_CASE("who is on no roster is a person all the same, once", "[link]") {
  const Linked linked({{"plan.yaml", R"(tasks:
- {id: T-1, title: One, owner: Zoe Park}
- {id: T-2, title: Two, owner: zoe  park}
- {id: T-3, title: Three, owner: "@Zoe Park"}
- {id: T-4, title: Four, owner: "Zoe Park, Yi"}
)"}});
  REQUIRE(linked.program.people.size() == 2);
  CHECK(linked.program.people[0].key == "zoe-park");
  CHECK(linked.program.people[0].name == "Zoe Park");
  CHECK_FALSE(linked.program.people[0].on_roster);
  CHECK(linked.place(linked.program.people[0].span).starts_with("plan.yaml:2:"));
  REQUIRE(linked.program.parties[3].owners.size() == 2);
  CHECK(linked.program.parties[3].owners[0].person == PersonIndex{0});
}

TEST_CASE("a team is the same with and without the word, in whatever order", "[link]") {
  const Linked linked({{"plan.yaml", R"(tasks:
- {id: T-1, title: One, owner: Security}
- {id: T-2, title: Two, owner: Security team}
)"}});
  REQUIRE(linked.program.teams.size() == 1);
  CHECK(linked.program.parties[0].owners[0].kind == Party::Kind::team);
  CHECK(linked.program.people.empty());
}

TEST_CASE("a first name that two people have is warned of", "[link]") {
  const Linked linked({{"program.yaml", kProgram},
                       {"plan.yaml", "tasks:\n- {id: T-1, title: One, owner: Alex}\n"}});
  REQUIRE(linked.codes() == std::vector<uint16_t>{kAmbiguousPerson});
  CHECK(linked.found[0].help == "write `li` or `mo`");
}

TEST_CASE("the roster keeps its order and its teams", "[link]") {
  const Linked linked({{"program.yaml", kProgram}});
  const Program& program = linked.program;
  REQUIRE(program.people.size() == 4);
  CHECK(program.people[0].key == "asha");
  CHECK(program.people[0].team == TeamIndex{0});
  CHECK(program.people[3].key == "bob");
  CHECK(program.teams[0].lead == PersonIndex{0});
  CHECK(program.role_people[1] == std::vector<PersonIndex>{PersonIndex{1}, PersonIndex{2}});
}

}  // namespace
}  // namespace milepost
