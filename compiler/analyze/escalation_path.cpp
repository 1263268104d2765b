// Walks the escalation path of a blocker.
#include "analyze/escalation_path.h"

#include <algorithm>
#include <string>
#include <variant>

#include "text/ascii.h"

namespace milepost {
namespace {

constexpr int64_t kHour = 60, kDay = 24 * kHour;  // minutes
constexpr int32_t kSprintDays = 14;

const EscalationEntry* entry_of(const Settings& settings, uint8_t priority) {
  for (const EscalationEntry& entry : settings.escalation) {
    if (entry.level.size() == 2 && entry.level[1] == '0' + priority) return &entry;
  }
  return nullptr;
}

PathStep step_of(const Program& program, std::string_view word) {
  PathStep step;
  step.text = trim(word);
  const std::vector<RoleEntry>& roles = program.set.settings.roles;
  for (uint32_t i = 0; i < roles.size() && i < program.role_people.size(); ++i) {
    if (!iequals(roles[i].key, step.text)) continue;
    step.role = i;
    step.people = program.role_people[i];
    return step;
  }
  for (uint32_t i = 0; i < program.people.size(); ++i) {
    const Person& person = program.people[i];
    if (!iequals(person.key, step.text) && !iequals(person.name, step.text)) continue;
    step.people.push_back(PersonIndex{i});
    break;
  }
  return step;
}

class Walk {
 public:
  Walk(const Program& program, const Analysis& analysis, RecordIndex blocker,
       const std::vector<PathStep>& path, const PathKnowledge& knows)
      : program_(program),
        kinds_(program.kinds()),
        analysis_(analysis),
        blocker_(blocker),
        path_(path),
        knows_(knows) {
    place_.told.assign(path.size(), false);
  }

  PathPlace walk() {
    if (knows_.owner) {
      for (const Party& owner : parties(blocker_).owners) tell(owner);
    }
    if (knows_.escalated_to) tell_named(blocker_);
    const LinkTypeId escalates = kinds_.find_link_type("escalates");
    for (const uint32_t number : program_.incoming_links(blocker_)) {
      const Link& link = program_.links[number];
      if (link.type == escalates && knows_.link(link) && was_sent(link.from)) tell_named(link.from);
    }
    for (uint32_t i = 0; i < path_.size(); ++i) {
      if (place_.told[i]) place_.next = i + 1;
    }
    if (place_.next < path_.size()) place_.next_by = next_by();
    const Zone zone = Zone::find(program_.set.settings.timezone).value_or(Zone());
    // The day as such has no time of day: a time is past once the whole day is.
    place_.overdue =
        place_.next_by && *place_.next_by < to_utc(LocalTime{analysis_.as_of, 0}, zone);
    return std::move(place_);
  }

 private:
  const Program::RecordParties& parties(RecordIndex record) const {
    return program_.parties[static_cast<size_t>(record)];
  }

  void tell(const Party& party) {
    for (size_t i = 0; i < path_.size(); ++i) {
      const bool role = party.kind == Party::Kind::role && party.index == path_[i].role;
      const bool holder = party.person != kNoPerson &&
                          std::ranges::find(path_[i].people, party.person) != path_[i].people.end();
      if (role || holder) place_.told[i] = true;
    }
  }

  void tell_named(RecordIndex record) {
    const FieldId field = kinds_.field_of(program_.record(record).kind, Role::escalated_to);
    for (const FieldParty& one : parties(record).others) {
      if (one.field == field) tell(one.party);
    }
  }

  bool was_sent(RecordIndex escalation) const {
    const RecordFacts& facts = analysis_.of(escalation);
    if (facts.phase == Phase::dropped || (facts.raised && *facts.raised > analysis_.as_of)) {
      return false;
    }
    const Kind& kind = kinds_.kind(program_.record(escalation).kind);
    const auto status = static_cast<size_t>(facts.status);
    return status >= kind.statuses.size() || kind.statuses[status].name != "draft";
  }

  bool is_acknowledged() const {
    const FieldId field = kinds_.field_of(program_.record(blocker_).kind, Role::acknowledged);
    const Value* value = field == kNoField ? nullptr : program_.record(blocker_).value(field);
    return knows_.acknowledged && value != nullptr &&
           !(std::holds_alternative<std::monostate>(value->data) && value->text.empty());
  }

  std::optional<DateTime> next_by() const {
    const RecordFacts& facts = analysis_.of(blocker_);
    const Settings& settings = program_.set.settings;
    const Zone zone = Zone::find(settings.timezone).value_or(Zone());
    const auto end_of = [&](Date day) { return to_utc(LocalTime{add_days(day, 1), 0}, zone); };
    if (is_acknowledged()) return facts.due ? std::optional(end_of(*facts.due)) : std::nullopt;
    if (!facts.respond_by || !facts.raised) return std::nullopt;
    const std::optional<Duration> respond = response_of(settings, facts.priority);
    if (!respond) {
      const int32_t sprint = settings.dates.sprints ? settings.dates.sprints->days : kSprintDays;
      const LocalTime end = to_local(*facts.respond_by, zone);
      return to_utc(LocalTime{add_days(end.date, int64_t{place_.next} * sprint), end.second_of_day},
                    zone);
    }
    if (respond->kind == TimeKind::wall) {
      return DateTime{facts.respond_by->utc_seconds + int64_t{place_.next} * respond->minutes * 60};
    }
    const WorkingTime& time = analysis_.time_of(blocker_);
    Date day = *facts.raised;
    for (uint32_t i = 0; i <= place_.next; ++i) day = time.shift(day, *respond);
    return end_of(day);
  }

  const Program& program_;
  const Kinds& kinds_;
  const Analysis& analysis_;
  RecordIndex blocker_;
  const std::vector<PathStep>& path_;
  const PathKnowledge& knows_;
  PathPlace place_;
};

}  // namespace

std::vector<PathStep> escalation_path(const Program& program, uint8_t priority) {
  std::vector<PathStep> path;
  const EscalationEntry* entry = entry_of(program.set.settings, priority);
  if (entry == nullptr) return path;
  for (const std::string& word : entry->path) path.push_back(step_of(program, word));
  return path;
}

std::optional<Duration> response_of(const Settings& settings, uint8_t priority) {
  const EscalationEntry* entry = entry_of(settings, priority);
  if (entry != nullptr && entry->respond) return entry->respond;
  if (priority == 0) return Duration{kHour, TimeKind::wall};
  if (priority == 1) return Duration{kDay, TimeKind::wall};
  return std::nullopt;
}

PathPlace path_place(const Program& program, const Analysis& analysis, RecordIndex blocker,
                     const std::vector<PathStep>& path, const PathKnowledge& knows) {
  return Walk(program, analysis, blocker, path, knows).walk();
}

}  // namespace milepost
