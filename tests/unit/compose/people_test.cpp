// What people and teams have on their hands, and who waits for whom.
#include "compose/people.h"

#include <string>

#include "catch.h"
#include "unit/compose/viewed.h"

namespace milepost {
namespace {

constexpr std::string_view kProgram =
    "program: Example\nstart: 2026-01-05\nroles: {sponsor: bob, tech_lead: [asha, li]}\n"
    "teams: {platform: {name: Platform, lead: asha}, payments: {name: Payments}}\n"
    "people:\n  li: {name: Li Wei, team: platform}\n  asha: {name: Asha Rao, team: platform}\n"
    "  lee: {name: Lee Chan, team: payments}\n  bob: {name: Bob Hale, role: VP}\n";

std::string ids(const View& view, const std::vector<ViewRecordId>& records) {
  std::string out;
  for (const ViewRecordId id : records) out += (out.empty() ? "" : " ") + view.record(id).short_id;
  return out;
}

// "DEP-1<T-1", a thing and the work that waits for it.
std::string waits(const View& view, const std::vector<Wait>& waits) {
  std::string out;
  for (const Wait& wait : waits) {
    out += (out.empty() ? "" : " ") + view.record(wait.thing).short_id + "<";
    if (wait.work != kNoViewRecord) out += view.record(wait.work).short_id;
  }
  return out;
}

std::string asks(const View& view, const std::vector<Ask>& asks) {
  constexpr std::array<std::string_view, 5> names = {"decide", "answer", "help", "approve",
                                                     "review"};
  std::string out;
  for (const Ask& ask : asks) {
    out += (out.empty() ? "" : " ") + std::string(names[static_cast<size_t>(ask.kind)]) + " " +
           view.record(ask.record).short_id;
  }
  return out;
}

TEST_CASE("people: overdue, due soon and later are told apart", "[people]") {
  const View view = view_of_files({
      {"program.yaml", kProgram},
      {"plan.yaml",
       "tasks:\n"
       "- {id: T-1, title: Late, owner: li, due: 2026-05-29, status: in_progress}\n"
       "- {id: T-2, title: Today, owner: li, due: 2026-06-01}\n"
       "- {id: T-3, title: Last near day, owner: li, due: 2026-06-15}\n"
       "- {id: T-4, title: Later, owner: li, due: 2026-06-16}\n"
       "- {id: T-5, title: No date, owner: li}\n"
       "- {id: T-6, title: Done, owner: li, due: 2026-05-01, status: complete}\n"
       "- {id: T-7, title: Helped with, owner: [asha, li], due: 2026-06-02}\n"},
      {"people.yaml", "stakeholders:\n- {id: STK-1, title: Shops, owner: li, status: active}\n"},
  });
  const Roster roster = make_roster(view);
  const Dossier& li = roster.people[number(person_named(view, "li"))];
  CHECK(li.open == 5);
  CHECK(li.overdue == 1);
  CHECK(li.near == 2);
  CHECK(ids(view, li.due) == "T-1 T-2 T-3");
  CHECK(ids(view, li.owns) == "T-4 T-5");
  CHECK(ids(view, li.closed) == "T-6");
  CHECK(ids(view, li.looks_after) == "STK-1");
  CHECK(view.record(li.next).short_id == "T-2");
  // A second owner is named, and is not accountable.
  REQUIRE(li.named_in.empty());
  CHECK(roster.people[number(person_named(view, "asha"))].open == 1);
  // The team has what its people have.
  CHECK(roster.teams[number(team_named(view, "platform"))].open == 6);
}

TEST_CASE("people: check items that are open are asked of those who owe them", "[people]") {
  const View view = view_of_files({
      {"program.yaml", kProgram},
      {"plan.yaml",
       "milestones:\n"
       "- {id: M-1, title: Pilot, owner: asha, due: 2026-06-19, status: in_progress,\n"
       "   acceptance: [Ledger fits, {item: Shops, owner: li, due: 2026-06-12}]}\n"
       "- {id: M-2, title: Reached, owner: asha, status: complete, acceptance: [{item: Old, owner: "
       "li}]}\n"},
      {"tasks/T-1.md",
       "---\nid: T-1\ntitle: Work\nowner: lee\nstatus: in_progress\n---\n"
       "- [ ] Second (owner: li, due: 2026-06-15)\n- [x] Done (owner: li)\n- [ ] Whose\n"
       "- [ ] Team's (owner: payments)\n"},
      {"releases/REL-1.md",
       "---\nid: REL-1\ntitle: One\nowner: bob\nstatus: in_progress\ntarget: 2026-06-30\n---\n"
       "- [ ] First (owner: li, due: 2026-06-10)\n- [ ] No day (@li)\n"},
  });
  const Roster roster = make_roster(view);
  const auto items = [&](const std::vector<OwedItem>& list) {
    std::string out;
    for (const OwedItem& item : list) {
      out += (out.empty() ? "" : ", ") + view.record(item.record).short_id + " " +
             std::string(item.text);
    }
    return out;
  };
  CHECK(items(roster.people[number(person_named(view, "li"))].items) ==
        "REL-1 First, M-1 Shops, T-1 Second, REL-1 No day");
  CHECK(items(roster.people[number(person_named(view, "asha"))].items) == "M-1 Ledger fits");
  CHECK(items(roster.teams[number(team_named(view, "payments"))].items) == "T-1 Team's");
  CHECK(items(roster.people[number(person_named(view, "lee"))].items).empty());
}

TEST_CASE("people: waits run along depends_on and blocks, between hands only", "[people]") {
  const View view = view_of_files({
      {"program.yaml", kProgram},
      {"plan.yaml",
       "tasks:\n"
       "- {id: T-1, title: Migration, owner: li, depends_on: [DEP-1, T-2, T-3, T-4]}\n"
       "- {id: T-2, title: Own, owner: li}\n"
       "- {id: T-3, title: Colleague, owner: asha}\n"
       "- {id: T-4, title: Done, owner: lee, status: complete}\n"
       "dependencies:\n"
       "- {id: DEP-1, title: API, provider: payments, consumer: platform, owner: lee, promised: "
       "2026-06-09}\n"
       "- {id: DEP-2, title: Keys, provider: payments, consumer: platform}\n"
       "escalations:\n"
       "- {id: E-1, title: Engineer, by: lee, to: [sponsor], blocks: [T-1], status: open}\n"},
  });
  const Roster roster = make_roster(view);
  const auto person = [&](std::string_view key) -> const Dossier& {
    return roster.people[number(person_named(view, key))];
  };
  const auto team = [&](std::string_view key) -> const Dossier& {
    return roster.teams[number(team_named(view, key))];
  };
  CHECK(waits(view, person("li").waits_for) == "DEP-1<T-1 T-3<T-1 E-1<T-1");
  CHECK(waits(view, person("li").waited_on).empty());
  CHECK(waits(view, person("asha").waited_on) == "T-3<T-1");
  CHECK(waits(view, person("lee").waited_on) == "DEP-1<T-1");
  CHECK(waits(view, person("bob").waited_on) == "E-1<T-1");
  // Inside a team nobody waits for it; a consumer without linked work does.
  CHECK(waits(view, team("platform").waits_for) == "DEP-1<T-1 DEP-2< E-1<T-1");
  CHECK(waits(view, team("payments").waited_on) == "DEP-1<T-1 DEP-2<");
}

TEST_CASE("people: asks are decisions, escalations, approvals and reviews still open", "[people]") {
  const View view = view_of_files({
      {"program.yaml", kProgram},
      {"log.yaml",
       "decisions:\n"
       "- {id: D-1, title: Open, owner: bob, status: proposed, needed_by: 2026-06-05}\n"
       "- {id: D-2, title: Made, owner: bob, status: accepted}\n"
       "escalations:\n"
       "- {id: E-1, title: Help, by: lee, to: [sponsor], decision_needed_by: 2026-06-03, status: "
       "open}\n"
       "blockers:\n"
       "- {id: B-1, title: Stuck, owner: li, raised: 2026-05-28, escalated_to: [bob]}\n"
       "changes:\n"
       "- id: CR-1\n  title: Later\n  status: submitted\n  approvals:\n"
       "  - {role: sponsor}\n  - {role: tech_lead, by: li, on: 2026-05-29}\n"
       "- {id: CR-2, title: Old, status: rejected, approvals: [{role: sponsor}]}\n"
       "documents:\n"
       "- {id: DOC-1, title: Runbook, owner: li, status: in_review, reviewers: [asha]}\n"},
  });
  const Roster roster = make_roster(view);
  const auto of = [&](std::string_view key) {
    return asks(view, roster.people[number(person_named(view, key))].asks);
  };
  CHECK(of("bob") == "answer E-1 decide D-1 help B-1 approve CR-1");
  CHECK(of("li").empty());
  CHECK(of("asha") == "review DOC-1");
}

TEST_CASE("people: roles, leads, members and those who are only named", "[people]") {
  const View view = view_of_files({
      {"program.yaml", kProgram},
      {"meetings.yaml",
       "meetings:\n- {id: MTG-1, title: Kick-off, held: 2026-01-06, attendees: [asha, Zoe Quill]}\n"
       "stakeholders:\n- {id: STK-1, title: Bob Hale, role: Sponsor}\n"},
  });
  const Roster roster = make_roster(view);
  REQUIRE(view.roles.size() == 2);
  CHECK(view.roles[1].name == "tech lead");
  const ViewPersonId asha = person_named(view, "asha");
  CHECK(roster.people[number(asha)].roles == std::vector<uint32_t>{1});
  CHECK(roster.people[number(asha)].leads.size() == 1);
  const auto& members = roster.members[number(team_named(view, "platform"))];
  REQUIRE(members.size() == 2);
  CHECK(members[0] == asha);
  REQUIRE(roster.only_named.size() == 1);
  CHECK(view.person(roster.only_named[0]).name == "Zoe Quill");
  const Dossier& zoe = roster.people[number(roster.only_named[0])];
  REQUIRE(zoe.named_in.size() == 1);
  CHECK(view.record(zoe.named_in[0].record).short_id == "MTG-1");
  // A stakeholder of that name is that person.
  const Dossier& bob = roster.people[number(person_named(view, "bob"))];
  REQUIRE(bob.named_in.size() == 1);
  CHECK(bob.named_in[0].field == kNoViewField);
}

}  // namespace
}  // namespace milepost
