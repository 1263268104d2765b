// Finds RACI matrices in the tables of pages and bodies and in the `raci` field of records.
#include "compose/raci.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <unordered_map>
#include <utility>
#include <variant>

#include "text/ascii.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, kRaciParts> kParts = {"responsible", "accountable",
                                                             "support", "consulted", "informed"};
constexpr std::string_view kLetters = "rasci";
constexpr size_t kLongestCell = 40;  // bytes; words of a longer cell are no letters
constexpr size_t kMostColumns = 60;  // a wider table is something else
constexpr size_t kMostRows = 2000;

bool is_unset(std::string_view text) {
  return text.empty() || text == "-" || text == "\u2014" || text == "\u2013" || text == "n/a" ||
         text == "N/A";
}

// Who is meant by the words of a head: a key, a name, a first name that one person has, a team or
// a role.
class Names {
 public:
  explicit Names(const View& view) {
    for (uint32_t i = 0; i < view.people.size(); ++i) {
      const ViewPerson& person = view.people[i];
      const ViewParty party{ViewPersonId{i}, kNoViewTeam};
      add(person.name, party);
      add(person.key, party);
    }
    for (uint32_t i = 0; i < view.teams.size(); ++i) {
      const ViewParty party{kNoViewPerson, ViewTeamId{i}};
      add(view.teams[i].name, party);
      add(view.teams[i].key, party);
    }
    for (const ViewProgramRole& role : view.roles) {
      add(role.name, {role.people.front(), kNoViewTeam});
    }
    std::unordered_map<std::string, size_t> bearers;
    const auto first_name = [](const ViewPerson& person) {
      return ascii_lower(std::string_view(person.name).substr(0, person.name.find(' ')));
    };
    for (const ViewPerson& person : view.people) ++bearers[first_name(person)];
    for (uint32_t i = 0; i < view.people.size(); ++i) {
      const std::string name = first_name(view.people[i]);
      if (bearers[name] == 1) known_.try_emplace(name, ViewParty{ViewPersonId{i}, kNoViewTeam});
    }
  }

  RaciParty find(std::string_view text) const {
    RaciParty out{std::string(trim(text)), {}};
    std::string_view name = out.text;
    if (name.starts_with('@')) name.remove_prefix(1);
    auto at = known_.find(ascii_lower(name));
    const size_t bracket = name.find('(');
    if (at == known_.end() && bracket != std::string_view::npos) {
      at = known_.find(ascii_lower(trim(name.substr(0, bracket))));
    }
    if (at != known_.end()) out.party = at->second;
    return out;
  }

 private:
  void add(std::string_view name, ViewParty party) {
    if (!name.empty()) known_.try_emplace(ascii_lower(name), party);
  }

  std::unordered_map<std::string, ViewParty> known_;
};

RaciFault fault_of(size_t accountable, size_t responsible) {
  if (accountable == 0) return RaciFault::nobody_accountable;
  if (accountable > 1) return RaciFault::several_accountable;
  return responsible == 0 ? RaciFault::nobody_does_it : RaciFault::none;
}

struct Cell {
  uint32_t node = 0;
  std::string text;
};
using Table = std::vector<std::vector<Cell>>;  // the head first

class Finder {
 public:
  Finder(const View& view, std::span<const uint32_t> plain_pages,
         std::span<const uint32_t> record_pages)
      : view_(view), plain_pages_(plain_pages), record_pages_(record_pages) {}

  Raci find() {
    for (uint32_t i = 0; i < view_.pages.size(); ++i) {
      const ViewPage& page = view_.pages[i];
      if (page.tape == kNoViewTape || view_.tape(page.tape).empty()) continue;
      look({page.tape, {1, view_.tape(page.tape).nodes[0].size - 1}, {}}, page.title,
           plain_pages_[i]);
    }
    for (uint32_t i = 0; i < view_.records.size(); ++i) {
      const ViewRecord& record = view_.records[i];
      for (const ViewField& field : record.fields) {
        if (view_.field(field.field).name == "raci") take_field(ViewRecordId{i}, record, field);
      }
      if (record.body.slice.count == 0) continue;
      look({record.body.tape, record.body.slice, record.body_cuts}, record.title, record_pages_[i]);
    }
    name_records();
    return std::move(raci_);
  }

 private:
  struct Place {
    ViewTapeId tape;
    TapeSlice slice;
    const std::vector<TapeSlice>& cuts;
  };

  const Names& names() {
    if (!names_) names_.emplace(view_);
    return *names_;
  }

  // --- tables
  // -----------------------------------------------------------------------------------------

  void look(const Place& place, std::string_view title, uint32_t page) {
    const Tape& tape = view_.tape(place.tape);
    uint32_t heading = 0;
    const uint32_t end = place.slice.first + place.slice.count;
    for (uint32_t i = place.slice.first; i < end; i += tape.nodes[i].size) {
      const TapeNode& node = tape.nodes[i];
      if (node.kind == NodeKind::heading) heading = node.level > 1 ? i : 0;
      if (node.kind != NodeKind::table) continue;
      const bool cut = std::ranges::any_of(
          place.cuts, [&](TapeSlice run) { return run.first <= i && i < run.first + run.count; });
      if (cut) continue;
      const Table table = read_table(tape, i);
      if (table.size() < 2 || table[0].size() < 3) continue;
      std::string name(title);
      if (heading != 0) name = plain_text(tape, {heading, tape.nodes[heading].size});
      if (!take_matrix(place.tape, table, name, page)) take_names(place.tape, table, page);
    }
  }

  static Table read_table(const Tape& tape, uint32_t table) {
    Table rows;
    const uint32_t end = table + tape.nodes[table].size;
    for (uint32_t row = table + 1; row < end; row += tape.nodes[row].size) {
      if (tape.nodes[row].kind != NodeKind::table_row) continue;
      if (rows.size() > kMostRows) return {};
      std::vector<Cell>& cells = rows.emplace_back();
      const uint32_t row_end = row + tape.nodes[row].size;
      for (uint32_t cell = row + 1; cell < row_end; cell += tape.nodes[cell].size) {
        const uint32_t inside = tape.nodes[cell].size - 1;
        std::string text = inside == 0 ? "" : plain_text(tape, {cell + 1, inside});
        cells.push_back({cell, std::string(trim(text))});
        if (cells.size() > kMostColumns) return {};
      }
    }
    return rows;
  }

  // A column of it holds letters and nothing else; two such columns, with an R and an A among
  // them, make a matrix.
  bool take_matrix(ViewTapeId tape, const Table& table, const std::string& title, uint32_t page) {
    std::vector<size_t> columns;
    RaciParts used = 0;
    for (size_t column = 1; column < table[0].size(); ++column) {
      RaciParts here = 0;
      bool letters = true;
      for (size_t row = 1; row < table.size() && letters; ++row) {
        if (column >= table[row].size() || is_unset(table[row][column].text)) continue;
        const RaciParts parts = parse_raci(table[row][column].text);
        letters = parts != 0;
        here |= parts;
      }
      if (!letters || here == 0) continue;
      columns.push_back(column);
      used |= here;
    }
    constexpr RaciParts needed = raci_bit(RaciPart::responsible) | raci_bit(RaciPart::accountable);
    if (columns.size() < 2 || (used & needed) != needed) return false;
    RaciMatrix made;
    made.title = title;
    made.page = page;
    made.used = used;
    for (const size_t column : columns) made.columns.push_back(names().find(table[0][column].text));
    for (size_t i = 1; i < table.size(); ++i) {
      RaciRow row;
      row.work = table[i].empty() ? "" : table[i][0].text;
      if (row.work.empty()) continue;
      row.record = record_in(tape, table[i][0].node);
      size_t accountable = 0;
      size_t responsible = 0;
      for (const size_t column : columns) {
        const RaciParts parts = column < table[i].size() ? parse_raci(table[i][column].text) : 0;
        row.cells.push_back(parts);
        if ((parts & raci_bit(RaciPart::accountable)) != 0) ++accountable;
        if ((parts & raci_bit(RaciPart::responsible)) != 0) ++responsible;
      }
      row.fault = fault_of(accountable, responsible);
      made.rows.push_back(std::move(row));
    }
    if (made.rows.empty()) return false;
    raci_.matrices.push_back(std::move(made));
    return true;
  }

  // Work | Responsible | Accountable | Consulted | Informed, with names in the cells.
  void take_names(ViewTapeId tape, const Table& table, uint32_t page) {
    std::vector<std::pair<size_t, RaciPart>> columns;
    RaciParts seen = 0;
    for (size_t column = 1; column < table[0].size(); ++column) {
      const RaciParts part = parse_raci(table[0][column].text);
      if (std::popcount(part) != 1 || (seen & part) != 0) continue;
      seen |= part;
      columns.emplace_back(column, static_cast<RaciPart>(std::countr_zero(part)));
    }
    constexpr RaciParts needed = raci_bit(RaciPart::responsible) | raci_bit(RaciPart::accountable);
    if ((seen & needed) != needed) return;
    for (size_t i = 1; i < table.size(); ++i) {
      RaciEntry entry;
      entry.work = table[i].empty() ? "" : table[i][0].text;
      if (entry.work.empty()) continue;
      entry.record = record_in(tape, table[i][0].node);
      entry.page = page;
      for (const auto& [column, part] : columns) {
        if (column >= table[i].size() || is_unset(table[i][column].text)) continue;
        for (const std::string_view name : split(table[i][column].text, ',')) {
          if (!is_unset(trim(name))) {
            entry.who[static_cast<size_t>(part)].push_back(names().find(name));
          }
        }
      }
      add(std::move(entry));
    }
  }

  // The only record that the cell links to or mentions.
  ViewRecordId record_in(ViewTapeId tape, uint32_t cell) const {
    const auto& references = view_.references[number(tape)];
    const uint32_t end = cell + view_.tape(tape).nodes[cell].size;
    ViewRecordId found = kNoViewRecord;
    auto at = std::ranges::lower_bound(references, cell, {}, &ViewTapeReference::node);
    for (; at != references.end() && at->node < end; ++at) {
      if (at->target.kind != ViewTargetKind::record) continue;
      if (found != kNoViewRecord && number(found) != at->target.index) return kNoViewRecord;
      found = ViewRecordId{at->target.index};
    }
    return found;
  }

  // --- fields
  // -----------------------------------------------------------------------------------------

  void take_field(ViewRecordId id, const ViewRecord& record, const ViewField& field) {
    for (const ViewValue& value : field.values) {
      const auto* object = std::get_if<ViewObject>(&value.data);
      if (object == nullptr) continue;
      RaciEntry entry;
      entry.work = record.title;
      entry.record = id;
      entry.page = record_pages_[number(id)];
      for (const ViewField& part : object->fields) {
        const auto at = std::ranges::find(kParts, view_.field(part.field).name);
        if (at == kParts.end()) continue;
        auto& who = entry.who[static_cast<size_t>(at - kParts.begin())];
        for (const ViewValue& inner : part.values) {
          const auto* party = std::get_if<ViewParty>(&inner.data);
          who.push_back({inner.text, party == nullptr ? ViewParty() : *party});
        }
      }
      add(std::move(entry));
    }
  }

  void add(RaciEntry&& entry) {
    const auto count = [&](RaciPart part) { return entry.who[static_cast<size_t>(part)].size(); };
    entry.fault = fault_of(count(RaciPart::accountable), count(RaciPart::responsible));
    raci_.entries.push_back(std::move(entry));
  }

  // Work that is called as a record is, is that record, if it is the only one.
  void name_records() {
    std::unordered_map<std::string, ViewRecordId> wanted;
    for (const RaciMatrix& matrix : raci_.matrices) {
      for (const RaciRow& row : matrix.rows) wanted.emplace(ascii_lower(row.work), kNoViewRecord);
    }
    for (const RaciEntry& entry : raci_.entries) {
      wanted.emplace(ascii_lower(entry.work), kNoViewRecord);
    }
    if (wanted.empty()) return;
    std::unordered_map<std::string_view, uint32_t> bearers;
    for (uint32_t i = 0; i < view_.records.size(); ++i) {
      const auto at = wanted.find(ascii_lower(view_.records[i].title));
      if (at == wanted.end()) continue;
      at->second = ++bearers[at->first] == 1 ? ViewRecordId{i} : kNoViewRecord;
    }
    for (RaciMatrix& matrix : raci_.matrices) {
      for (RaciRow& row : matrix.rows) {
        if (row.record == kNoViewRecord) row.record = wanted[ascii_lower(row.work)];
      }
    }
    for (RaciEntry& entry : raci_.entries) {
      if (entry.record == kNoViewRecord) entry.record = wanted[ascii_lower(entry.work)];
    }
  }

  const View& view_;
  std::span<const uint32_t> plain_pages_, record_pages_;
  std::optional<Names> names_;
  Raci raci_;
};

}  // namespace

Raci find_raci(const View& view, std::span<const uint32_t> plain_pages,
               std::span<const uint32_t> record_pages) {
  return Finder(view, plain_pages, record_pages).find();
}

RaciParts parse_raci(std::string_view text) {
  if (text.size() > kLongestCell) return 0;
  RaciParts parts = 0;
  for (const std::string_view word : split_trimmed(text, ",/+& *")) {
    const auto at =
        std::ranges::find_if(kParts, [&](std::string_view part) { return iequals(part, word); });
    if (at != kParts.end()) {
      parts |= raci_bit(static_cast<RaciPart>(at - kParts.begin()));
      continue;
    }
    // Several letters at once are capitals, so that "as" is none.
    if (word.size() > 3 || (word.size() > 1 && word != ascii_upper(word))) return 0;
    for (const char letter : word) {
      const size_t part = kLetters.find(ascii_lower(letter));
      if (part == std::string_view::npos) return 0;
      parts |= raci_bit(static_cast<RaciPart>(part));
    }
  }
  return parts;
}

}  // namespace milepost
