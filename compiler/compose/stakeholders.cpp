// Places stakeholders on the map and puts communications in order.
#include "compose/stakeholders.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <variant>

#include "text/ascii.h"

namespace milepost {
namespace {

const ViewField* find_field(const View& view, const ViewRecord& record, std::string_view name) {
  const auto at = std::ranges::find_if(
      record.fields, [&](const ViewField& field) { return view.field(field.field).name == name; });
  return at == record.fields.end() || at->values.empty() ? nullptr : &*at;
}

std::string text_of(const View& view, const ViewRecord& record, std::string_view name) {
  const ViewField* field = find_field(view, record, name);
  return field == nullptr ? std::string() : field->values.front().text;
}

std::optional<StakeBand> band_of(const View& view, const ViewRecord& record, ViewRole role) {
  for (const ViewField& field : record.fields) {
    if (view.field(field.field).role != role || field.values.empty()) continue;
    const auto* level = std::get_if<ViewLevel>(&field.values.front().data);
    if (level == nullptr || level->level == 0) return std::nullopt;
    if (level->level == 3) return StakeBand::medium;
    return level->level < 3 ? StakeBand::low : StakeBand::high;
  }
  return std::nullopt;
}

constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

struct CadenceWord {
  std::string_view word;
  Cadence cadence;
};
// In this order: "every second Wednesday" is no weekly one.
constexpr std::array<CadenceWord, 24> kCadenceWords = {{
    {"hour", Cadence::hourly},
    {"bi-weekly", Cadence::fortnightly},
    {"biweekly", Cadence::fortnightly},
    {"fortnight", Cadence::fortnightly},
    {"second week", Cadence::fortnightly},
    {"other week", Cadence::fortnightly},
    {"two weeks", Cadence::fortnightly},
    {"2 weeks", Cadence::fortnightly},
    {"2w", Cadence::fortnightly},
    {"sprint", Cadence::fortnightly},
    {"quarter", Cadence::quarterly},
    {"month", Cadence::monthly},
    {"4w", Cadence::monthly},
    {"year", Cadence::yearly},
    {"annual", Cadence::yearly},
    {"week", Cadence::weekly},
    {"1w", Cadence::weekly},
    {"daily", Cadence::daily},
    {"every day", Cadence::daily},
    {"each day", Cadence::daily},
    {"once", Cadence::once},
    {"one-off", Cadence::once},
    {"one-time", Cadence::once},
    {"ad hoc", Cadence::other},
}};

std::optional<Date> next_day(const View& view, const ViewRecord& record, CadenceWords cadence) {
  const Date as_of = view.program.as_of;
  if (record.facts.due && *record.facts.due >= as_of) return record.facts.due;
  if (cadence.cadence == Cadence::daily) return view.working_time.on_or_after(as_of);
  if (cadence.cadence != Cadence::weekly || !cadence.weekday) return std::nullopt;
  Date day = as_of;
  while (weekday(day) != *cadence.weekday) day.days += 1;
  return day;
}

// Whom the name of an audience means.
class AudienceNames {
 public:
  explicit AudienceNames(const View& view) {
    for (uint32_t i = 0; i < view.people.size(); ++i) {
      add(view.people[i].name, {ViewPersonId{i}, kNoViewTeam});
    }
    for (uint32_t i = 0; i < view.teams.size(); ++i) {
      add(view.teams[i].name, {kNoViewPerson, ViewTeamId{i}});
    }
    for (const ViewProgramRole& role : view.roles) {
      if (role.people.size() == 1) add(role.name, {role.people.front(), kNoViewTeam});
    }
    for (uint32_t i = 0; i < view.records.size(); ++i) {
      if (!view.kind_of(view.records[i]).is("stakeholder")) continue;
      stakeholders_.try_emplace(ascii_lower(view.records[i].title), ViewRecordId{i});
    }
  }

  Hearer make(std::string_view name) const {
    const std::string key = ascii_lower(name);
    const auto party = parties_.find(key);
    const auto stakeholder = stakeholders_.find(key);
    return {std::string(name),
            party == parties_.end() ? ViewParty() : party->second,
            stakeholder == stakeholders_.end() ? kNoViewRecord : stakeholder->second,
            {}};
  }

 private:
  void add(std::string_view name, ViewParty party) {
    parties_.try_emplace(ascii_lower(name), party);
  }

  std::unordered_map<std::string, ViewParty> parties_;
  std::unordered_map<std::string, ViewRecordId> stakeholders_;
};

}  // namespace

StakeholderMap make_stakeholder_map(const View& view, std::span<const ViewRecordId> stakeholders) {
  StakeholderMap map;
  for (const ViewRecordId id : stakeholders) {
    const ViewRecord& record = view.record(id);
    if (!record.is_open()) continue;
    const std::optional<StakeBand> interest = band_of(view, record, ViewRole::interest);
    const std::optional<StakeBand> influence = band_of(view, record, ViewRole::influence);
    if (!interest || !influence) continue;
    StakeholderPlace place{id, *interest, *influence, text_of(view, record, "engagement_now"),
                           text_of(view, record, "engagement_wanted")};
    map.engagement = map.engagement || !place.now.empty() || !place.wanted.empty();
    map.places.push_back(std::move(place));
  }
  return map;
}

CadenceWords read_cadence(std::string_view text) {
  CadenceWords out;
  const std::string lower = ascii_lower(text);
  for (size_t i = 0; i < kWeekdays.size(); ++i) {
    if (lower.find(kWeekdays[i]) == std::string::npos) continue;
    if (out.weekday) {
      out.weekday.reset();  // two weekdays: neither is the day
      break;
    }
    out.weekday = static_cast<Weekday>(i);
  }
  for (const CadenceWord& known : kCadenceWords) {
    if (lower.find(known.word) == std::string::npos) continue;
    out.cadence = known.cadence;
    return out;
  }
  if (!out.weekday) return out;
  const bool every = lower.find("every") != std::string::npos ||
                     lower.find("each") != std::string::npos || lower.find("on ") == 0;
  const bool second = lower.find("second") != std::string::npos ||
                      lower.find("other") != std::string::npos ||
                      lower.find("2nd") != std::string::npos;
  if (every) out.cadence = second ? Cadence::fortnightly : Cadence::weekly;
  return out;
}

CommunicationPlan make_communication_plan(const View& view,
                                          std::span<const ViewRecordId> communications) {
  CommunicationPlan plan;
  const AudienceNames names(view);
  for (const ViewRecordId id : communications) {
    const ViewRecord& record = view.record(id);
    if (!record.is_open()) continue;
    const std::string words = text_of(view, record, "cadence");
    CadenceWords cadence = read_cadence(words);
    if (words.empty() && record.facts.due) cadence.cadence = Cadence::once;
    plan.rows.push_back({id, cadence.cadence, next_day(view, record, cadence)});
  }
  std::ranges::stable_sort(plan.rows, {}, [](const CommunicationRow& row) {
    return std::tuple(row.cadence, row.next ? row.next->days : INT32_MAX);
  });
  std::unordered_map<std::string, size_t> places;
  for (const CommunicationRow& row : plan.rows) {
    const ViewField* audience = find_field(view, view.record(row.record), "audience");
    if (audience == nullptr) continue;
    for (const ViewValue& value : audience->values) {
      const auto [at, fresh] = places.try_emplace(ascii_lower(value.text), plan.hearers.size());
      if (fresh) plan.hearers.push_back(names.make(value.text));
      plan.hearers[at->second].hears.push_back(row.record);
    }
  }
  return plan;
}

}  // namespace milepost
