// Finds a role among roles, teams and what people are called.
#include "analyze/signers.h"

#include <algorithm>

#include "analyze/canonical.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

// "tech_lead" reads "Tech lead"; what has capitals or spaces was written to be read.
std::string readable(std::string_view words) {
  std::string label = canonical_words(words);
  const bool is_key = std::none_of(label.begin(), label.end(),
                                   [](char c) { return c == ' ' || (c >= 'A' && c <= 'Z'); });
  if (!is_key || label.empty()) return label;
  std::replace(label.begin(), label.end(), '_', ' ');
  label[0] = ascii_upper(label[0]);
  return label;
}

void add_once(std::vector<PersonIndex>& people, PersonIndex person) {
  if (person == kNoPerson) return;
  if (std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
}

}  // namespace

SigningRole signing_role(const Program& program, std::string_view words) {
  SigningRole role;
  role.label = readable(words);
  role.key = normalize_label(words);
  const Settings& settings = program.set.settings;
  for (size_t i = 0; i < settings.roles.size(); ++i) {
    if (normalize_label(settings.roles[i].key) != role.key) continue;
    role.key = settings.roles[i].key;
    role.known = true;
    if (i < program.role_people.size()) role.holders = program.role_people[i];
    return role;
  }
  for (uint32_t i = 0; i < program.teams.size(); ++i) {
    const Team& team = program.teams[i];
    if (!team.on_roster) continue;
    if (normalize_label(team.key) != role.key && normalize_label(team.name) != role.key) continue;
    role.key = team.key;
    role.known = true;
    add_once(role.holders, team.lead);
    for (uint32_t p = 0; p < program.people.size(); ++p) {
      if (program.people[p].team == TeamIndex{i}) add_once(role.holders, PersonIndex{p});
    }
    return role;
  }
  for (uint32_t p = 0; p < program.people.size(); ++p) {
    const Person& person = program.people[p];
    if (!person.on_roster || normalize_label(person.role) != role.key) continue;
    role.known = true;
    role.holders.push_back(PersonIndex{p});
  }
  return role;
}

bool holds(const SigningRole& role, PersonIndex person) {
  return std::find(role.holders.begin(), role.holders.end(), person) != role.holders.end();
}

bool has_roles(const Program& program) {
  return !program.set.settings.roles.empty();
}

bool has_roster(const Program& program) {
  return !program.set.settings.people.empty();
}

}  // namespace milepost
