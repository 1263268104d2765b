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
    "{0} names `{1}` as an owner, who is not in program.yaml",
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

// Reports an owner that program.yaml does not have, with a suggestion.
class Strangers {
 public:
  explicit Strangers(CheckContext& context) : context_(context), program_(context.program) {
    for (const Person& person : program_.people) {
      if (!person.on_roster) continue;
      known_.push_back(person.key);
      known_.push_back(person.name);
    }
  }

  void look_at(RecordIndex record, const Party& party, Span place) {
    const bool stranger =
        party.kind == Party::Kind::unknown ||
        (party.kind == Party::Kind::person && !program_.people[party.index].on_roster) ||
        (party.kind == Party::Kind::team && !program_.teams[party.index].on_roster);
    if (!stranger) return;
    const std::vector<size_t> near = nearest(party.text, known_, 1);
    context_.find(info, {record},
                  {RecordArgument{static_cast<uint32_t>(record)}, std::string(party.text)}, place,
                  near.empty()
                      ? std::string("add them to `people:`, `teams:` or `roles:` in program.yaml")
                      : "did you mean `" + std::string(known_[near.front()]) + "`?");
  }

 private:
  CheckContext& context_;
  const Program& program_;
  std::vector<std::string_view> known_;
};

void run(CheckContext& context) {
  const Program& program = context.program;
  if (context.settings().people.empty()) return;
  Strangers strangers(context);
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    if (context.is_closed(record)) continue;
    for (const Party& party : program.parties[i].owners) {
      strangers.look_at(record, party, context.place_of(record, Role::owner));
    }
    // Who owes an item that is still open.
    for (const CheckItem& item : program.record(record).checks) {
      if (item.checked) continue;
      for (const FieldValue& field : item.attributes) {
        for (const Value& value : field.values) {
          const auto party = program.party_of.find(&value);
          if (party != program.party_of.end()) {
            strangers.look_at(record, party->second, value.span);
          }
        }
      }
    }
  }
}

}  // namespace

const Rule owner_not_on_roster_rule = {&info, run};

}  // namespace milepost
