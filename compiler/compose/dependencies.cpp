// Reads handshakes and counts who waits for whom.
#include "compose/dependencies.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

#include "compose/phrases.h"
#include "compose/verdict.h"

namespace milepost {
namespace {

const ViewField* field_with(const View& view, const ViewRecord& record, ViewRole role) {
  for (const ViewField& field : record.fields) {
    if (view.field(field.field).role == role && !field.values.empty()) return &field;
  }
  return nullptr;
}

Handshake handshake_of(const View& view, const ViewRecord& record) {
  const ViewField* field = field_with(view, record, ViewRole::commitment);
  const auto* word =
      field == nullptr ? nullptr : std::get_if<ViewWord>(&field->values.front().data);
  if (word == nullptr) return record.facts.promised ? Handshake::agreed : Handshake::none;
  if (word->word == "agreed") return Handshake::agreed;
  if (word->word == "declined") return Handshake::declined;
  return word->word == "at_risk" ? Handshake::at_risk : Handshake::requested;
}

int badness(ViewHealth health) {
  constexpr std::array<int, 7> order = {0, 1, 2, 3, 5, 4, 0};  // by ViewHealth
  return order[static_cast<size_t>(health)];
}

class MatrixMaker {
 public:
  MatrixMaker(const View& view, size_t most) : view_(view), most_(most) {
    for (const ViewKind& kind : view.kinds) dependency_.push_back(kind.is("dependency"));
    for (uint32_t i = 0; i < view.link_types.size(); ++i) {
      if (view.link_types[i].name == "depends_on") depends_on_ = i;
    }
  }

  TeamMatrix make() {
    for (uint32_t i = 0; i < view_.records.size(); ++i) {
      const ViewRecord& record = view_.records[i];
      if (record.is_open() && dependency_[number(record.kind)]) take(ViewRecordId{i});
    }
    for (const ViewLink& link : view_.links) {
      if (link.mention || link.type != depends_on_) continue;
      const ViewRecord& work = view_.record(link.from);
      const ViewRecord& thing = view_.record(link.to);
      if (is_work(work) && is_work(thing)) {
        add(doer_of(link.from), doer_of(link.to), link.to);
      }
    }
    return placed();
  }

 private:
  // Teams by number, then all others by name.
  using Key = std::pair<uint32_t, std::string>;
  static constexpr uint32_t kNoTeam = 0xFFFFFFFF;

  bool is_work(const ViewRecord& record) const {
    const ViewKind& kind = view_.kind_of(record);
    return record.is_open() && kind.is_work && !dependency_[number(record.kind)];
  }

  Key key_of(const ViewParty& party, std::string_view name) const {
    ViewTeamId team = party.team;
    if (team == kNoViewTeam && party.person != kNoViewPerson)
      team = view_.person(party.person).team;
    if (team != kNoViewTeam) return {number(team), view_.team(team).name};
    return {kNoTeam, std::string(name)};
  }

  Key doer_of(ViewRecordId id) const {
    const ViewRecord& record = view_.record(id);
    if (record.team != kNoViewTeam) return key_of({kNoViewPerson, record.team}, {});
    if (record.owners.empty()) return {kNoTeam, {}};
    return key_of(record.owners.front(), record.owner_names.front());
  }

  std::vector<Key> parties_in(const ViewRecord& record, ViewRole role) const {
    std::vector<Key> keys;
    const ViewField* field = field_with(view_, record, role);
    if (field == nullptr) return keys;
    for (const ViewValue& value : field->values) {
      const auto* party = std::get_if<ViewParty>(&value.data);
      keys.push_back(key_of(party == nullptr ? ViewParty() : *party, value.text));
    }
    return keys;
  }

  // Whoever it does not name needs it for work that is linked to it.
  void take(ViewRecordId id) {
    const ViewRecord& record = view_.record(id);
    std::vector<Key> consumers = parties_in(record, ViewRole::consumer);
    if (consumers.empty()) {
      for (const uint32_t index : view_.incoming_links(id)) {
        const ViewLink& link = view_.links[index];
        if (link.mention || link.type != depends_on_ || !view_.record(link.from).is_open())
          continue;
        consumers.push_back(doer_of(link.from));
      }
    }
    std::ranges::sort(consumers);
    consumers.erase(std::ranges::unique(consumers).begin(), consumers.end());
    const std::vector<Key> providers = parties_in(record, ViewRole::provider);
    const Key provider = providers.empty() ? doer_of(id) : providers.front();
    for (const Key& consumer : consumers) add(consumer, provider, id);
  }

  void add(const Key& needs, const Key& provides, ViewRecordId thing) {
    if (needs.second.empty() || provides.second.empty() || needs == provides) return;
    WaitingCell& cell = cells_[{needs, provides}];
    ++cell.count;
    ++rows_[needs];
    ++columns_[provides];
    const ViewRecord& record = view_.record(thing);
    std::optional<Date> day = expected_on(view_, thing);
    if (!day) day = owed_on(record);
    if (day && (!cell.next || *day < *cell.next)) cell.next = day;
    const ViewScheduleItem* item = view_.schedule.item(thing);
    cell.worst = worse_health(cell.worst, record.health);
    if (item != nullptr) cell.worst = worse_health(cell.worst, item->computed);
  }

  // The teams in the program's order; if there are too many, those that matter most stay.
  std::vector<Key> chosen(const std::map<Key, uint32_t>& counts) const {
    std::vector<std::pair<Key, uint32_t>> all(counts.begin(), counts.end());
    if (all.size() > most_) {
      std::ranges::stable_sort(all,
                               [](const auto& a, const auto& b) { return a.second > b.second; });
      all.resize(most_);
      std::ranges::sort(all);
    }
    std::vector<Key> keys;
    for (auto& [key, count] : all) keys.push_back(key);
    return keys;
  }

  std::vector<WaitingParty> named(const std::vector<Key>& keys, bool with_others) const {
    std::vector<WaitingParty> parties;
    for (const Key& key : keys) {
      WaitingParty party;
      if (key.first != kNoTeam) party.party.team = ViewTeamId{key.first};
      party.name = key.second;
      parties.push_back(std::move(party));
    }
    if (with_others) parties.emplace_back();
    return parties;
  }

  TeamMatrix placed() const {
    TeamMatrix matrix;
    const std::vector<Key> rows = chosen(rows_);
    const std::vector<Key> columns = chosen(columns_);
    matrix.needs = named(rows, rows.size() < rows_.size());
    matrix.provides = named(columns, columns.size() < columns_.size());
    matrix.cells.resize(matrix.needs.size() * matrix.provides.size());
    const auto place = [](const std::vector<Key>& keys, const Key& key) {
      return static_cast<size_t>(std::ranges::find(keys, key) - keys.begin());
    };
    for (const auto& [ends, cell] : cells_) {
      WaitingCell& at = matrix.cells[place(rows, ends.first) * matrix.provides.size() +
                                     place(columns, ends.second)];
      at.count += cell.count;
      at.worst = worse_health(at.worst, cell.worst);
      if (cell.next && (!at.next || *cell.next < *at.next)) at.next = cell.next;
      matrix.total += cell.count;
    }
    return matrix;
  }

  const View& view_;
  size_t most_;
  std::vector<bool> dependency_;  // by kind
  uint32_t depends_on_ = 0xFFFFFFFF;
  std::map<std::pair<Key, Key>, WaitingCell> cells_;
  std::map<Key, uint32_t> rows_, columns_;
};

}  // namespace

ViewHealth worse_health(ViewHealth a, ViewHealth b) {
  return badness(b) > badness(a) ? b : a;
}

std::vector<DependencyLine> dependency_lines(const View& view) {
  std::vector<DependencyLine> lines;
  for (uint32_t i = 0; i < view.records.size(); ++i) {
    const ViewRecord& record = view.records[i];
    if (!record.is_open() || !view.kind_of(record).is("dependency")) continue;
    DependencyLine line{ViewRecordId{i},
                        handshake_of(view, record),
                        record.facts.needed_by,
                        record.facts.promised,
                        {}};
    if (!line.promised && record.facts.needed_by) line.promised = record.facts.due;
    if (line.needed && line.promised) {
      line.gap = view.working_time.between(*line.needed, *line.promised);
    }
    lines.push_back(line);
  }
  std::ranges::stable_sort(lines, [&](const DependencyLine& a, const DependencyLine& b) {
    const auto key = [](const DependencyLine& line) {
      return std::tuple(!line.gap, line.gap ? -*line.gap : 0,
                        line.needed ? line.needed->days : INT32_MAX);
    };
    if (key(a) != key(b)) return key(a) < key(b);
    return natural_less(view.record(a.record).short_id, view.record(b.record).short_id);
  });
  return lines;
}

std::vector<DependencyLine> handshakes_to_make(const View& view,
                                               const std::vector<DependencyLine>& lines) {
  std::vector<DependencyLine> open;
  for (const DependencyLine& line : lines) {
    const bool late = line.gap && *line.gap > 0;
    const bool past = line.promised && *line.promised < view.program.as_of;
    if (line.handshake != Handshake::agreed || late || past) open.push_back(line);
  }
  std::ranges::stable_sort(open, {}, [](const DependencyLine& line) {
    const std::optional<Date>& day = line.needed ? line.needed : line.promised;
    return day ? day->days : INT32_MAX;
  });
  return open;
}

TeamMatrix make_team_matrix(const View& view, size_t most) {
  return MatrixMaker(view, most).make();
}

}  // namespace milepost
