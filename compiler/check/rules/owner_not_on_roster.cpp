// MP305: an owner is not among the people, teams and roles of the program.
#include "check/rules.h"

#include "text/edit_distance.h"

namespace milepost {
namespace {

const RuleInfo info = {
    305,
    "owner-not-on-roster",
    Severity::note,
    "an owner is not among the people, teams and roles of the program",
    "{0} is owned by `{1}`, who is not in program.yaml",
    R"(Once `people:` is given, a name that it does not have is most often a misspelling, or somebody who left. Names that are not
on the roster get no page with what they own and what waits for them.

Correct the name, or add the person to `people:`, the team to `teams:` or the role to `roles:`.)",
    R"(=== program.yaml
program: Example
start: 2026-01-05
people: {asha: {name: Asha Rao}}
=== actions.yaml
actions:
- {id: A-1, title: Book the room, owner: ahsa, due: 2026-06-20}
)",
    R"(=== program.yaml
program: Example
start: 2026-01-05
people: {asha: {name: Asha Rao}}
=== actions.yaml
actions:
- {id: A-1, title: Book the room, owner: asha, due: 2026-06-20}
)"};

void run(CheckContext& context) {
  const Program& program = context.program;
  if (context.settings().people.empty()) return;
  std::vector<std::string_view> known;
  for (const Person& person : program.people) {
    if (!person.on_roster) continue;
    known.push_back(person.key);
    known.push_back(person.name);
  }
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    if (context.is_closed(record)) continue;
    for (const Party& party : program.parties[i].owners) {
      const bool stranger =
          party.kind == Party::Kind::unknown ||
          (party.kind == Party::Kind::person && !program.people[party.index].on_roster) ||
          (party.kind == Party::Kind::team && !program.teams[party.index].on_roster);
      if (!stranger) continue;
      const std::vector<size_t> near = nearest(party.text, known, 1);
      context.find(info, {record}, {RecordArgument{i}, std::string(party.text)},
                   context.place_of(record, Role::owner),
                   near.empty()
                       ? std::string("add them to `people:`, `teams:` or `roles:` in program.yaml")
                       : "did you mean `" + std::string(known[near.front()]) + "`?");
    }
  }
}

}  // namespace

const Rule owner_not_on_roster_rule = {&info, run};

}  // namespace milepost
