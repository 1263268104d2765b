// Matches names with the roster, teams and roles.
#include "link/directory.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/utf8.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr uint32_t kNoRole = 0xFFFFFFFF;

// Last words of a name that is a position, not a person.
constexpr std::array<std::string_view, 27> kPositions = {
    "em",       "pm",      "tpm",       "tl",       "po",        "sre",        "cto",
    "ceo",      "cfo",     "ciso",      "coo",      "vp",        "lead",       "manager",
    "director", "head",    "engineer",  "owner",    "architect", "sponsor",    "officer",
    "analyst",  "counsel", "developer", "designer", "admin",     "coordinator"};
constexpr std::array<std::string_view, 6> kTeamWords = {"team",  "squad", "guild",
                                                        "tribe", "crew",  "group"};

struct NameParts {
  std::string_view name;
  std::string_view email;
};

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find_first_of(" /:") == std::string_view::npos;
}

// "Asha Rao <asha@example.com>", "@asha", "asha@example.com".
NameParts parts_of(std::string_view text) {
  NameParts parts{trim_spaces(strip_emphasis(text)), {}};
  const std::size_t open = parts.name.find('<');
  if (open != std::string_view::npos && parts.name.ends_with('>')) {
    parts.email = parts.name.substr(open + 1, parts.name.size() - open - 2);
    if (open > 0) parts.name = trim_spaces(parts.name.substr(0, open));
  }
  if (parts.name.starts_with('@')) parts.name.remove_prefix(1);
  if (parts.email.empty() && is_email(parts.name)) parts.email = parts.name;
  return parts;
}

std::string name_key(std::string_view name) {
  return collision_key(normalize_spaces(name));
}

std::string_view last_word(std::string_view words) {
  const std::size_t space = words.rfind(' ');
  return space == std::string_view::npos ? words : words.substr(space + 1);
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// "Platform team", "The Platform Team" and "platform" have one key.
std::string team_key(std::string_view name) {
  std::string label = normalize_label(name);
  std::string_view rest = label;
  if (rest.starts_with("the ")) rest.remove_prefix(4);
  if (rest.starts_with("team ")) rest.remove_prefix(5);
  const std::string_view last = last_word(rest);
  if (last.size() < rest.size() && is_one_of(last, kTeamWords)) {
    rest.remove_suffix(last.size() + 1);
  }
  return std::string(rest);
}

bool says_position(std::string_view name) {
  const std::string label = normalize_label(name);
  return is_one_of(last_word(label), kPositions) || label.starts_with("vp ") ||
         label.starts_with("head of ") || label.starts_with("director of ");
}

// What stands in parentheses after a position is a person if it is written as a name.
bool looks_like_name(std::string_view text) {
  if (text.empty() || text.size() > 60) return false;
  if (is_ascii_lower(text.front()) || is_ascii_digit(text.front())) return false;
  return std::none_of(text.begin(), text.end(), is_ascii_digit) && !Directory::says_team(text);
}

}  // namespace

bool Directory::says_team(std::string_view name) {
  const std::string label = normalize_label(name);
  const std::string_view last = last_word(label);
  return label.starts_with("team ") || (last.size() < label.size() && is_one_of(last, kTeamWords));
}

Directory::Directory(Program& program) : program_(program) {
  const Settings& settings = program.set.settings;
  for (const TeamEntry& entry : settings.teams) {
    const TeamIndex index{static_cast<uint32_t>(program_.teams.size())};
    program_.teams.push_back(
        {entry.key, entry.name.empty() ? entry.key : entry.name, kNoPerson, true, entry.span});
    keys_.insert("team " + entry.key);
    teams_.emplace(team_key(entry.key), index);
    teams_.emplace(team_key(program_.teams.back().name), index);
  }
  for (const PersonEntry& entry : settings.people) {
    const PersonIndex index{static_cast<uint32_t>(program_.people.size())};
    Person person{entry.key,   entry.name.empty() ? entry.key : entry.name,
                  kNoTeam,     entry.role,
                  entry.email, true,
                  entry.span};
    if (!entry.team.empty()) {
      person.team = find_team(entry.team);
      if (person.team == kNoTeam) person.team = add_team(entry.team, entry.span);
    }
    keys_.insert(entry.key);
    people_.emplace(name_key(entry.key), index);
    people_.emplace(name_key(person.name), index);
    if (!entry.email.empty()) people_.emplace(name_key(entry.email), index);
    const std::string full = normalize_spaces(person.name);
    const std::size_t space = full.find(' ');
    if (space != std::string::npos) first_names_[name_key(full.substr(0, space))].push_back(index);
    if (!entry.role.empty()) titles_[normalize_label(entry.role)].push_back(index);
    program_.people.push_back(std::move(person));
  }
  for (uint32_t i = 0; i < settings.roles.size(); ++i) {
    roles_.emplace(normalize_label(settings.roles[i].key), i);
  }
}

std::string Directory::free_key(std::string key) {
  std::string fresh = key;
  for (uint32_t n = 2; !keys_.insert(fresh).second; ++n) fresh = key + "-" + std::to_string(n);
  return fresh;
}

TeamIndex Directory::find_team(std::string_view name) const {
  const auto found = teams_.find(team_key(name));
  return found == teams_.end() ? kNoTeam : found->second;
}

TeamIndex Directory::add_team(std::string_view name, Span span) {
  const TeamIndex index{static_cast<uint32_t>(program_.teams.size())};
  std::string shown = normalize_spaces(parts_of(name).name);
  const std::string key = free_key("team " + slug(team_key(name))).substr(5);
  program_.teams.push_back({key, std::move(shown), kNoPerson, false, span});
  teams_.emplace(team_key(name), index);
  return index;
}

PersonIndex Directory::find_person(std::string_view name) const {
  const NameParts parts = parts_of(name);
  if (const auto found = people_.find(name_key(parts.name)); found != people_.end()) {
    return found->second;
  }
  if (!parts.email.empty()) {
    if (const auto found = people_.find(name_key(parts.email)); found != people_.end()) {
      return found->second;
    }
  }
  return kNoPerson;
}

PersonIndex Directory::add_person(std::string_view name, std::string_view detail, Span span) {
  NameParts parts = parts_of(name);
  if (parts.email.empty() && is_email(detail)) parts.email = detail;
  const PersonIndex index{static_cast<uint32_t>(program_.people.size())};
  Person person;
  person.name = normalize_spaces(parts.name);
  person.email = std::string(parts.email);
  person.span = span;
  const bool only_email = !parts.email.empty() && parts.email == parts.name;
  person.key = free_key(slug(only_email ? parts.name.substr(0, parts.name.find('@'))
                                        : std::string_view(person.name)));
  people_.emplace(name_key(person.name), index);
  if (!parts.email.empty()) people_.emplace(name_key(parts.email), index);
  program_.people.push_back(std::move(person));
  return index;
}

PersonIndex Directory::by_first_name(std::string_view name,
                                     std::vector<PersonIndex>* several) const {
  for (const auto* table : {&first_names_, &titles_}) {
    const auto found =
        table->find(table == &titles_ ? normalize_label(name) : name_key(parts_of(name).name));
    if (found == table->end()) continue;
    if (found->second.size() == 1) return found->second.front();
    if (several != nullptr && table == &first_names_) *several = found->second;
  }
  return kNoPerson;
}

PersonIndex Directory::person_or_new(std::string_view name, Span span) {
  PersonIndex person = find_person(name);
  if (person == kNoPerson) person = by_first_name(name, nullptr);
  return person == kNoPerson ? add_person(name, {}, span) : person;
}

uint32_t Directory::find_role(std::string_view name) const {
  const auto found = roles_.find(normalize_label(name));
  return found == roles_.end() ? kNoRole : found->second;
}

bool Directory::has_role(std::string_view name) const {
  return find_role(name) != kNoRole;
}

Party Directory::find(ValueType type, const PersonName& name, std::string_view text, Span span,
                      std::vector<PersonIndex>* several) {
  Party party;
  party.text = text;
  const auto person = [&](PersonIndex index) {
    party.kind = Party::Kind::person;
    party.index = static_cast<uint32_t>(index);
    party.person = index;
    return party;
  };
  const auto team = [&](TeamIndex index) {
    party.kind = Party::Kind::team;
    party.index = static_cast<uint32_t>(index);
    if (looks_like_name(name.detail)) party.person = person_or_new(name.detail, span);
    return party;
  };
  const TeamIndex known_team = find_team(name.name);
  if (type == ValueType::team && known_team != kNoTeam) return team(known_team);
  if (const PersonIndex known = find_person(name.name); known != kNoPerson) return person(known);
  if (known_team != kNoTeam) return team(known_team);
  if (const uint32_t role = find_role(name.name); role != kNoRole) {
    party.kind = Party::Kind::role;
    party.index = role;
    if (looks_like_name(name.detail)) {
      party.person = person_or_new(name.detail, span);
    } else if (role < program_.role_people.size() && !program_.role_people[role].empty()) {
      party.person = program_.role_people[role].front();
    }
    return party;
  }
  const PersonIndex in_words = by_first_name(name.name, several);
  if (!name.detail.empty()) {
    PersonIndex detail = find_person(name.detail);
    if (detail == kNoPerson) detail = by_first_name(name.detail, nullptr);
    if (detail != kNoPerson) return person(detail);
  }
  if (in_words != kNoPerson) return person(in_words);
  if (type == ValueType::team || says_team(name.name)) return team(add_team(name.name, span));
  if (says_position(name.name) && looks_like_name(name.detail)) {
    return person(person_or_new(name.detail, span));
  }
  if (type == ValueType::role) return party;
  return person(add_person(name.name, name.detail, span));
}

}  // namespace milepost
