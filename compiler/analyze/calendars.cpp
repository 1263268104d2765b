// Puts the calendars of program, team and person on top of each other.
#include "analyze/calendars.h"

namespace milepost {
namespace {

constexpr uint32_t kNobody = 0xFFFFFFFF;

}  // namespace

Calendars::Calendars(const Program& program) : program_(program) {
  times_.emplace_back(program.set.settings.calendar);
}

const CalendarLayer* Calendars::named_layer(const std::string& calendar) const {
  for (const CalendarEntry& entry : program_.set.settings.calendars) {
    if (!calendar.empty() && entry.key == calendar) return &entry.days;
  }
  return nullptr;
}

uint32_t Calendars::add(std::vector<const CalendarLayer*> layers) {
  if (layers.size() == 1) return 0;
  times_.emplace_back(std::span<const CalendarLayer* const>(layers));
  return static_cast<uint32_t>(times_.size() - 1);
}

uint32_t Calendars::time_for(PersonIndex owner, TeamIndex team) {
  const Settings& settings = program_.set.settings;
  // Only what program.yaml says of them makes a difference.
  const bool has_person = owner != kNoPerson && program_.person(owner).on_roster;
  const bool has_team = team != kNoTeam && program_.team(team).on_roster;
  const uint32_t person_key = has_person ? static_cast<uint32_t>(owner) : kNobody;
  const uint32_t team_key = has_team ? static_cast<uint32_t>(team) : kNobody;
  const uint64_t key = static_cast<uint64_t>(team_key) << 32 | person_key;
  if (const auto found = known_.find(key); found != known_.end()) return found->second;

  // One calendar of those that have names: the person's, else that of the person's own team, else
  // that of the record's; on it the person's own week and absence.
  std::vector<const CalendarLayer*> layers{&settings.calendar};
  const CalendarLayer* named = nullptr;
  CalendarLayer own;
  if (has_person) {
    const PersonEntry& entry = settings.people[person_key];
    named = named_layer(entry.calendar);
    const TeamIndex home = program_.person(owner).team;
    if (named == nullptr && home != kNoTeam && program_.team(home).on_roster) {
      named = named_layer(settings.teams[static_cast<uint32_t>(home)].calendar);
    }
    own.week = entry.week;
    own.days_off = entry.away;
  }
  if (named == nullptr && has_team) named = named_layer(settings.teams[team_key].calendar);
  if (named != nullptr) layers.push_back(named);
  if (own.week || !own.days_off.empty()) layers.push_back(&own);
  const uint32_t index = add(std::move(layers));
  known_.emplace(key, index);
  return index;
}

}  // namespace milepost
