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

}  // namespace

SigningRoles::SigningRoles(const Program& program) {
  const Settings& settings = program.set.settings;
  for (size_t i = 0; i < settings.roles.size(); ++i) {
    SigningRole role{settings.roles[i].key, {}, true, {}};
    if (i < program.role_people.size()) role.holders = program.role_people[i];
    known_.emplace(normalize_label(role.key), std::move(role));
  }
  std::vector<std::vector<PersonIndex>> members(program.teams.size());
  for (uint32_t p = 0; p < program.people.size(); ++p) {
    const TeamIndex team = program.people[p].team;
    if (team != kNoTeam) members[static_cast<uint32_t>(team)].push_back(PersonIndex{p});
  }
  for (uint32_t i = 0; i < program.teams.size(); ++i) {
    const Team& team = program.teams[i];
    if (!team.on_roster) continue;
    SigningRole role{team.key, {}, true, {}};
    if (team.lead != kNoPerson) role.holders.push_back(team.lead);
    for (const PersonIndex member : members[i]) {
      if (member != team.lead) role.holders.push_back(member);
    }
    known_.emplace(normalize_label(team.name), role);
    known_.emplace(normalize_label(team.key), std::move(role));
  }
  std::unordered_map<std::string, SigningRole> titles;
  for (uint32_t p = 0; p < program.people.size(); ++p) {
    const Person& person = program.people[p];
    if (!person.on_roster || person.role.empty()) continue;
    const std::string key = normalize_label(person.role);
    SigningRole& role = titles[key];
    role.key = key;
    role.known = true;
    role.holders.push_back(PersonIndex{p});
  }
  known_.merge(titles);
}

SigningRole SigningRoles::find(std::string_view words) const {
  SigningRole role;
  const std::string key = normalize_label(words);
  if (const auto found = known_.find(key); found != known_.end()) {
    role = found->second;
  } else {
    role.key = key;
  }
  role.label = readable(words);
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
