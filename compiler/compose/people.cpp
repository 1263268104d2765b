// Counts and orders what people and teams have on their hands.
#include "compose/people.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <variant>

#include "compose/phrases.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, 9> kStanding = {
    "stakeholder", "communication", "vendor", "metric",  "budget",
    "capacity",    "charter",       "page",   "meeting",
};

enum class PartyField : uint8_t { other, provider, consumer, escalated_to, reviewers, approvals };

int64_t days(const std::optional<Date>& date) {
  return date ? date->days : INT32_MAX;
}

std::optional<Date> answer_day(const ViewFacts& facts) {
  if (facts.decision_needed_by) return facts.decision_needed_by;
  return facts.needed_by ? facts.needed_by : facts.due;
}

std::optional<Date> last_day(const ViewFacts& facts) {
  for (const std::optional<Date>& day :
       {facts.finished, facts.decided, facts.held, facts.due, facts.raised}) {
    if (day) return day;
  }
  return std::nullopt;
}

const ViewField* field_with(const View& view, const ViewRecord& record, ViewRole role) {
  const auto at = std::ranges::find_if(
      record.fields, [&](const ViewField& field) { return view.field(field.field).role == role; });
  return at == record.fields.end() || at->values.empty() ? nullptr : &*at;
}

ViewParty party_in(const View& view, const ViewRecord& record, ViewRole role) {
  const ViewField* field = field_with(view, record, role);
  const auto* party =
      field == nullptr ? nullptr : std::get_if<ViewParty>(&field->values.front().data);
  return party == nullptr ? ViewParty() : *party;
}

bool is_nobody(const ViewParty& party) {
  return party.person == kNoViewPerson && party.team == kNoViewTeam;
}

class RosterMaker {
 public:
  explicit RosterMaker(const View& view) : view_(view) {
    roster_.people.resize(view.people.size());
    roster_.teams.resize(view.teams.size());
    roster_.members.resize(view.teams.size());
    horizon_ = view.working_time.add(view.program.as_of, kDueNextDays);
    for (const ViewKind& kind : view.kinds) {
      standing_.push_back(is_standing(kind));
      dependency_.push_back(kind.is("dependency"));
      stakeholders_ = stakeholders_ || kind.is("stakeholder");
    }
    for (const ViewFieldInfo& field : view.fields) fields_.push_back(meaning_of(field));
    for (uint32_t i = 0; i < view.link_types.size(); ++i) {
      if (view.link_types[i].name == "depends_on") depends_on_ = i;
      if (view.link_types[i].name == "blocks") blocks_ = i;
    }
  }

  Roster make() {
    name_people();
    find_doers();
    for (uint32_t i = 0; i < view_.records.size(); ++i) take(ViewRecordId{i});
    take_items();
    find_waits();
    for (Dossier& dossier : roster_.people) finish(dossier);
    for (Dossier& dossier : roster_.teams) finish(dossier);
    sort_people();
    return std::move(roster_);
  }

 private:
  // Whose work a record is, as a person and as a team.
  struct Doer {
    ViewPersonId person = kNoViewPerson;
    ViewTeamId team = kNoViewTeam;
  };

  static PartyField meaning_of(const ViewFieldInfo& field) {
    if (field.role == ViewRole::provider) return PartyField::provider;
    if (field.role == ViewRole::consumer) return PartyField::consumer;
    if (field.role == ViewRole::escalated_to) return PartyField::escalated_to;
    if (field.name == "reviewers") return PartyField::reviewers;
    if (field.name == "approvals") return PartyField::approvals;
    return PartyField::other;
  }

  Dossier& of(ViewPersonId id) { return roster_.people[number(id)]; }
  Dossier& of(ViewTeamId id) { return roster_.teams[number(id)]; }

  bool is_load(const ViewRecord& record) const {
    return record.is_open() && !standing_[number(record.kind)] &&
           !view_.kind_of(record).statuses.empty();
  }

  void name_people() {
    for (uint32_t i = 0; i < view_.roles.size(); ++i) {
      for (const ViewPersonId person : view_.roles[i].people) of(person).roles.push_back(i);
    }
    for (uint32_t i = 0; i < view_.teams.size(); ++i) {
      const ViewPersonId lead = view_.teams[i].lead;
      if (lead == kNoViewPerson) continue;
      of(lead).leads.push_back(ViewTeamId{i});
      if (view_.person(lead).team == ViewTeamId{i}) roster_.members[i].push_back(lead);
    }
    for (uint32_t i = 0; i < view_.people.size(); ++i) {
      const ViewPerson& person = view_.people[i];
      if (stakeholders_) by_name_.emplace(person.name, ViewPersonId{i});
      if (person.team == kNoViewTeam) continue;
      auto& members = roster_.members[number(person.team)];
      if (members.empty() || members.front() != ViewPersonId{i}) {
        members.push_back(ViewPersonId{i});
      }
    }
  }

  void find_doers() {
    doers_.resize(view_.records.size());
    for (uint32_t i = 0; i < doers_.size(); ++i) {
      const ViewRecord& record = view_.records[i];
      Doer& doer = doers_[i];
      if (!record.owners.empty()) {
        doer.person = record.owners.front().person;
        doer.team = record.owners.front().team;
      }
      if (record.team != kNoViewTeam) doer.team = record.team;
      if (dependency_[number(record.kind)]) {
        const ViewParty provider = party_in(view_, record, ViewRole::provider);
        if (doer.person == kNoViewPerson) doer.person = provider.person;
        if (provider.team != kNoViewTeam) doer.team = provider.team;
      }
      if (doer.team == kNoViewTeam && doer.person != kNoViewPerson) {
        doer.team = view_.person(doer.person).team;
      }
    }
  }

  // --- what a record gives to whom
  // -----------------------------------------------------------------------------------------

  void take(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    const Doer& doer = doers_[number(id)];
    if (doer.person != kNoViewPerson) add(of(doer.person), record, id);
    if (doer.team != kNoViewTeam) add(of(doer.team), record, id);
    if (record.is_open() && view_.kind_of(record).is("decision") && doer.person != kNoViewPerson) {
      of(doer.person).asks.push_back({id, AskKind::decide, answer_day(record.facts)});
    }
    for (const ViewField& field : record.fields) take(id, record, field);
    if (stakeholders_ && view_.kind_of(record).is("stakeholder")) {
      const auto at = by_name_.find(record.title);
      if (at != by_name_.end()) name(id, at->second, kNoViewField);
    }
  }

  void add(Dossier& dossier, const ViewRecord& record, ViewRecordId id) {
    const bool kept = standing_[number(record.kind)] || view_.kind_of(record).statuses.empty();
    if (!record.is_open()) {
      dossier.closed.push_back(id);
    } else if (kept) {
      dossier.looks_after.push_back(id);
    } else {
      ++dossier.open;
      const std::optional<Date> due = record.facts.due;
      const bool late = due && *due < view_.program.as_of;
      const bool near = due && !late && *due <= horizon_;
      if (late) ++dossier.overdue;
      if (near) ++dossier.near;
      (late || near ? dossier.due : dossier.owns).push_back(id);
    }
  }

  void take(ViewRecordId id, const ViewRecord& record, const ViewField& field) {
    const PartyField meaning = fields_[number(field.field)];
    for (const ViewValue& value : field.values) {
      if (const auto* party = std::get_if<ViewParty>(&value.data)) {
        name(id, party->person, field.field);
        if (party->person == kNoViewPerson || !record.is_open()) continue;
        if (meaning == PartyField::escalated_to) {
          const bool blocker = view_.kind_of(record).is("blocker");
          const AskKind kind = blocker ? AskKind::help : AskKind::answer;
          of(party->person).asks.push_back({id, kind, answer_day(record.facts)});
        } else if (meaning == PartyField::reviewers) {
          of(party->person).asks.push_back({id, AskKind::review, record.facts.due});
        }
      } else if (const auto* object = std::get_if<ViewObject>(&value.data)) {
        if (meaning == PartyField::approvals && record.is_open()) ask_approval(id, record, *object);
        for (const ViewField& part : object->fields) {
          for (const ViewValue& inner : part.values) {
            const auto* inside = std::get_if<ViewParty>(&inner.data);
            if (inside != nullptr) name(id, inside->person, field.field);
          }
        }
      }
    }
  }

  // An approval without a day and an answer is still wanted: of the one named, else of those who
  // hold the role.
  void ask_approval(ViewRecordId id, const ViewRecord& record, const ViewObject& approval) {
    const ViewParty* by = nullptr;
    std::string_view role;
    for (const ViewField& part : approval.fields) {
      const std::string& called = view_.field(part.field).name;
      if (part.values.empty()) continue;
      if (called == "on" || called == "decision") return;
      if (called == "by") by = std::get_if<ViewParty>(&part.values.front().data);
      if (called == "role") role = part.values.front().text;
    }
    const Ask ask{id, AskKind::approve, answer_day(record.facts)};
    if (by != nullptr && by->person != kNoViewPerson) {
      of(by->person).asks.push_back(ask);
      return;
    }
    for (const ViewProgramRole& held : view_.roles) {
      if (held.name != role) continue;
      for (const ViewPersonId person : held.people) of(person).asks.push_back(ask);
    }
  }

  // Items that are open: of what is judged as it was judged, of other records as their boxes say.
  void take_items() {
    std::vector<bool> judged(view_.records.size(), false);
    for (const ViewReadiness& one : view_.readiness) {
      if (one.record == kReleaseItself) continue;
      judged[number(one.record)] = true;
      if (!view_.record(one.record).is_open()) continue;
      for (const ViewGateItem& item : one.items) {
        const bool open = item.state == ViewItemState::open ||
                          item.state == ViewItemState::missing ||
                          item.state == ViewItemState::failed;
        if (open) owe(item.owner, {one.record, item.text, item.due});
      }
    }
    for (uint32_t i = 0; i < view_.records.size(); ++i) {
      const ViewRecord& record = view_.records[i];
      if (judged[i] || !record.is_open()) continue;
      for (const ViewCheck& check : record.checks) {
        if (!check.checked) owe(check.owner, {ViewRecordId{i}, check.text, check.due});
      }
    }
  }

  void owe(const ViewWho& who, const OwedItem& item) {
    if (who.person != kNoViewPerson) of(who.person).items.push_back(item);
    if (who.person == kNoViewPerson && who.team != kNoViewTeam) of(who.team).items.push_back(item);
  }

  void name(ViewRecordId id, ViewPersonId person, ViewFieldId field) {
    if (person == kNoViewPerson || doers_[number(id)].person == person) return;
    std::vector<NamedIn>& named = of(person).named_in;
    if (named.empty() || named.back().record != id) named.push_back({id, field});
  }

  // --- who waits for whom
  // -----------------------------------------------------------------------------------------

  void find_waits() {
    for (const ViewLink& link : view_.links) {
      if (link.mention) continue;
      if (link.type == depends_on_) wait(link.to, link.from);
      if (link.type == blocks_) wait(link.from, link.to);
    }
    for (uint32_t i = 0; i < view_.records.size(); ++i) {
      const ViewRecord& record = view_.records[i];
      if (dependency_[number(record.kind)] && record.is_open()) consume(ViewRecordId{i}, record);
    }
  }

  // An answer to an escalation is given by whom it was sent to.
  Doer giver(ViewRecordId id) const {
    const ViewRecord& record = view_.record(id);
    if (!view_.kind_of(record).is("escalation")) return doers_[number(id)];
    const ViewParty to = party_in(view_, record, ViewRole::escalated_to);
    if (is_nobody(to)) return doers_[number(id)];
    const bool by_person = to.team == kNoViewTeam && to.person != kNoViewPerson;
    return {to.person, by_person ? view_.person(to.person).team : to.team};
  }

  void wait(ViewRecordId thing, ViewRecordId work) {
    if (!view_.record(thing).is_open() || !is_load(view_.record(work))) return;
    const Doer from = giver(thing);
    const Doer& to = doers_[number(work)];
    if (from.person != to.person) {
      if (to.person != kNoViewPerson) of(to.person).waits_for.push_back({thing, work});
      if (from.person != kNoViewPerson) of(from.person).waited_on.push_back({thing, work});
    }
    if (from.team != to.team) {
      if (to.team != kNoViewTeam) of(to.team).waits_for.push_back({thing, work});
      if (from.team != kNoViewTeam) of(from.team).waited_on.push_back({thing, work});
    }
  }

  // A consumer none of whose work is linked waits all the same.
  void consume(ViewRecordId id, const ViewRecord& record) {
    const ViewParty consumer = party_in(view_, record, ViewRole::consumer);
    const Doer from = giver(id);
    bool linked = false;
    for (const uint32_t i : view_.incoming_links(id)) {
      const ViewLink& link = view_.links[i];
      if (link.mention || link.type != depends_on_ || !is_load(view_.record(link.from))) continue;
      const Doer& to = doers_[number(link.from)];
      linked = linked || (consumer.person != kNoViewPerson ? to.person == consumer.person
                                                           : to.team == consumer.team);
    }
    if (linked) return;
    if (consumer.person != kNoViewPerson && consumer.person != from.person) {
      of(consumer.person).waits_for.push_back({id, kNoViewRecord});
    }
    if (consumer.team != kNoViewTeam && consumer.team != from.team) {
      of(consumer.team).waits_for.push_back({id, kNoViewRecord});
      if (from.team != kNoViewTeam) of(from.team).waited_on.push_back({id, kNoViewRecord});
      if (from.person != kNoViewPerson) of(from.person).waited_on.push_back({id, kNoViewRecord});
    }
  }

  // --- order
  // -----------------------------------------------------------------------------------------

  bool earlier(ViewRecordId a, ViewRecordId b) const {
    const ViewRecord& left = view_.record(a);
    const ViewRecord& right = view_.record(b);
    const int64_t first = days(left.facts.due);
    const int64_t second = days(right.facts.due);
    return first != second ? first < second : natural_less(left.short_id, right.short_id);
  }

  void finish(Dossier& dossier) const {
    const auto by_due = [this](ViewRecordId a, ViewRecordId b) { return earlier(a, b); };
    std::ranges::sort(dossier.due, by_due);
    std::ranges::sort(dossier.owns, by_due);
    std::ranges::sort(dossier.looks_after, {}, [this](ViewRecordId id) {
      return std::tuple(number(view_.record(id).kind), number(id));
    });
    std::ranges::sort(dossier.closed, {}, [this](ViewRecordId id) {
      const std::optional<Date> day = last_day(view_.record(id).facts);
      return std::tuple(day ? -day->days : INT32_MAX, number(id));
    });
    for (const auto* list : {&dossier.due, &dossier.owns}) {
      for (const ViewRecordId id : *list) {
        const std::optional<Date> due = view_.record(id).facts.due;
        if (dossier.next == kNoViewRecord && due && *due >= view_.program.as_of) dossier.next = id;
      }
    }
    const auto by_day = [this](const Wait& wait) {
      return std::tuple(days(promised_day(view_.record(wait.thing))), number(wait.thing),
                        number(wait.work));
    };
    for (auto* waits : {&dossier.waits_for, &dossier.waited_on}) {
      std::ranges::sort(*waits, {}, by_day);
      const auto again = std::ranges::unique(*waits, [](const Wait& a, const Wait& b) {
        return a.thing == b.thing && a.work == b.work;
      });
      waits->erase(again.begin(), again.end());
    }
    std::ranges::stable_sort(dossier.items, {}, [](const OwedItem& item) { return days(item.by); });
    std::ranges::sort(dossier.asks, {}, [](const Ask& ask) {
      return std::tuple(days(ask.by), number(ask.record), ask.kind);
    });
    const auto twice = std::ranges::unique(dossier.asks, {}, &Ask::record);
    dossier.asks.erase(twice.begin(), twice.end());
  }

  static bool is_idle(const Dossier& dossier) {
    return dossier.open == 0 && dossier.closed.empty() && dossier.looks_after.empty() &&
           dossier.items.empty();
  }

  void sort_people() {
    for (uint32_t i = 0; i < view_.people.size(); ++i) {
      const ViewPerson& person = view_.people[i];
      if (person.team != kNoViewTeam) continue;
      const Dossier& dossier = roster_.people[i];
      const bool known = !person.role.empty() || !dossier.roles.empty() || !dossier.leads.empty() ||
                         !is_idle(dossier);
      (known ? roster_.teamless : roster_.only_named).push_back(ViewPersonId{i});
    }
    for (uint32_t i = 0; i < view_.teams.size(); ++i) {
      if (roster_.members[i].empty() && view_.teams[i].lead == kNoViewPerson &&
          is_idle(roster_.teams[i])) {
        roster_.empty_teams.push_back(ViewTeamId{i});
      }
    }
  }

  const View& view_;
  Roster roster_;
  Date horizon_;
  std::vector<bool> standing_, dependency_;  // by kind
  std::vector<PartyField> fields_;           // by field
  std::vector<Doer> doers_;                  // by record
  bool stakeholders_ = false;
  std::unordered_map<std::string_view, ViewPersonId> by_name_;
  uint32_t depends_on_ = 0xFFFFFFFF, blocks_ = 0xFFFFFFFF;
};

}  // namespace

bool is_standing(const ViewKind& kind) {
  return std::ranges::any_of(kStanding, [&](std::string_view name) { return kind.is(name); });
}

std::optional<Date> promised_day(const ViewRecord& record) {
  const ViewFacts& facts = record.facts;
  for (const std::optional<Date>& day :
       {facts.promised, facts.due, facts.decision_needed_by, facts.needed_by}) {
    if (day) return day;
  }
  return std::nullopt;
}

ViewParty deliverer(const View& view, const ViewRecord& record) {
  if (view.kind_of(record).is("escalation")) {
    const ViewParty to = party_in(view, record, ViewRole::escalated_to);
    if (!is_nobody(to)) return to;
  }
  if (!record.owners.empty() && !is_nobody(record.owners.front())) return record.owners.front();
  if (view.kind_of(record).is("dependency")) {
    const ViewParty provider = party_in(view, record, ViewRole::provider);
    if (!is_nobody(provider)) return provider;
  }
  return {kNoViewPerson, record.team};
}

Roster make_roster(const View& view) {
  return RosterMaker(view).make();
}

}  // namespace milepost
