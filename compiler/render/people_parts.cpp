// Writes the parts that the pages of people have in common.
#include "render/people_parts.h"

#include <algorithm>
#include <array>
#include <string>
#include <variant>
#include <vector>

#include "compose/phrases.h"
#include "compose/raci.h"
#include "render/data_table.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {
namespace {

constexpr size_t kMostRaciWork = 8;

const ViewField* field_with(const View& view, const ViewRecord& record, ViewRole role) {
  const auto at = std::ranges::find_if(
      record.fields, [&](const ViewField& field) { return view.field(field.field).role == role; });
  return at == record.fields.end() || at->values.empty() ? nullptr : &*at;
}

void write_party_field(HtmlWriter& out, const PageScope& scope, const ViewField& field) {
  for (size_t i = 0; i < field.values.size(); ++i) {
    if (i > 0) out.put(", ");
    const auto* party = std::get_if<ViewParty>(&field.values[i].data);
    write_party(out, scope, party == nullptr ? ViewParty() : *party, field.values[i].text);
  }
}

}  // namespace

std::string_view people_title(const PageScope& scope) {
  return scope.words().text(scope.view().teams.empty() ? "nav.people"_word
                                                       : "nav.people_and_teams"_word);
}

void write_titled(HtmlWriter& out, const PageScope& scope, ViewRecordId record) {
  const ViewRecord& shown = scope.view().record(record);
  write_record_link(out, scope, record, shown.title);
  out.put(" ");
  write_id(out, scope, record);
}

void write_giver(HtmlWriter& out, const PageScope& scope, const ViewRecord& record) {
  const View& view = scope.view();
  const ViewKind& kind = view.kind_of(record);
  const ViewField* provider =
      kind.is("dependency") ? field_with(view, record, ViewRole::provider) : nullptr;
  const ViewField* asked =
      kind.is("escalation") ? field_with(view, record, ViewRole::escalated_to) : nullptr;
  if (asked != nullptr) {
    write_party_field(out, scope, *asked);
  } else if (!record.owners.empty()) {
    write_party(out, scope, record.owners.front(), record.owner_names.front());
    if (provider != nullptr) {
      out.put(", ");
      write_party_field(out, scope, *provider);
    }
  } else if (provider != nullptr) {
    write_party_field(out, scope, *provider);
  } else if (record.team != kNoViewTeam) {
    write_party(out, scope, {kNoViewPerson, record.team}, view.team(record.team).name);
  } else {
    say(out, scope, "people.no_owner"_word);
  }
}

void write_consumer(HtmlWriter& out, const PageScope& scope, const ViewRecord& record) {
  const ViewField* consumer = field_with(scope.view(), record, ViewRole::consumer);
  if (consumer != nullptr) write_party_field(out, scope, *consumer);
}

void write_raci_facts(HtmlWriter& out, const PageScope& scope, ViewPersonId person) {
  const Raci& raci = scope.outline().raci;
  struct Work {
    std::string_view name;
    ViewRecordId record;
  };
  const auto fact = [&](RaciPart part, Word label) {
    std::vector<Work> work;
    for (const RaciMatrix& matrix : raci.matrices) {
      for (size_t i = 0; i < matrix.columns.size(); ++i) {
        if (matrix.columns[i].party.person != person) continue;
        for (const RaciRow& row : matrix.rows) {
          if ((row.cells[i] & raci_bit(part)) != 0) work.push_back({row.work, row.record});
        }
      }
    }
    for (const RaciEntry& entry : raci.entries) {
      for (const RaciParty& party : entry.who[static_cast<size_t>(part)]) {
        if (party.party.person == person) work.push_back({entry.work, entry.record});
      }
    }
    if (work.empty()) return;
    out.put("<div><dt>");
    say(out, scope, label);
    out.put("</dt><dd>");
    const size_t shown = std::min(work.size(), kMostRaciWork);
    for (size_t i = 0; i < shown; ++i) {
      if (i > 0) out.put(", ");
      if (work[i].record != kNoViewRecord) {
        write_record_link(out, scope, work[i].record, work[i].name);
      } else {
        out.data(work[i].name);
      }
    }
    if (shown < work.size()) {
      out.put(" ");
      say_count(out, scope, "people.more"_word, work.size() - shown);
    }
    out.put("</dd></div>\n");
  };
  fact(RaciPart::accountable, "people.answers_for"_word);
  fact(RaciPart::responsible, "people.does"_word);
}

void write_load_cells(DataTable& table, const PageScope& scope, const Dossier& dossier) {
  const auto count = [&](uint64_t value) {
    HtmlWriter& out = table.cell(static_cast<int64_t>(value));
    if (value > 0) out.number(static_cast<int64_t>(value));
  };
  count(dossier.open);
  HtmlWriter& out = table.cell(int64_t{dossier.overdue});
  if (dossier.overdue > 0) {
    out.put("<span class=\"st s-late\">").number(dossier.overdue).put("</span>");
  }
  count(dossier.near);
  const auto things = [](const std::vector<Wait>& waits) {
    uint64_t count_of = 0;
    for (size_t i = 0; i < waits.size(); ++i) {
      if (i == 0 || waits[i].thing != waits[i - 1].thing) ++count_of;
    }
    return count_of;
  };
  count(things(dossier.waits_for));
  count(things(dossier.waited_on));
  table.cell();
  if (dossier.next == kNoViewRecord) return;
  write_day(out, scope, *scope.view().record(dossier.next).facts.due, DayForm::brief);
  out.put(" ");
  write_id(out, scope, dossier.next);
}

void write_people_table(HtmlWriter& out, const PageScope& scope,
                        std::span<const PeopleGroup> groups) {
  const Words& words = scope.words();
  const std::array<DataColumn, 8> columns = {{
      {"person", words.text("people.person"_word), DataType::text, CellPlace::title},
      {"role", words.text("people.role"_word)},
      {"open", words.text("people.open"_word), DataType::number, CellPlace::detail, true},
      {"overdue", words.text("people.late"_word), DataType::number, CellPlace::detail, true},
      {"near", words.text("people.soon"_word), DataType::number, CellPlace::detail, true},
      {"waits", words.text("people.waits_for"_word), DataType::number, CellPlace::detail, true},
      {"waited", words.text("people.waited_on"_word), DataType::number, CellPlace::detail, true},
      {"next", words.text("people.next"_word), DataType::date},
  }};
  size_t rows = 0;
  for (const PeopleGroup& group : groups) rows += group.people.size();
  DataTableHead head{"people", words.text("nav.people"_word), "", "", rows, 0, columns};
  head.one = words.text("people.noun_one"_word);
  head.many = words.text("people.noun_many"_word);
  head.tools = rows > 12;
  DataTable table(out, head);
  for (size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].people.empty()) continue;
    table.begin_group("team-" + std::to_string(i + 1), groups[i].label, groups[i].people.size());
    for (const ViewPersonId id : groups[i].people) {
      const ViewPerson& person = scope.view().person(id);
      table.begin_row(person.key);
      table.cell();
      write_party(out, scope, {id, kNoViewTeam}, person.name);
      table.cell().data(person.role);
      write_load_cells(table, scope, scope.outline().roster.people[number(id)]);
    }
  }
  table.finish();
}

void write_owned_table(HtmlWriter& out, const PageScope& scope, const Dossier& dossier,
                       size_t closed) {
  const View& view = scope.view();
  const Words& words = scope.words();
  const std::array<DataColumn, 5> columns = {{
      {"id", words.text("people.id"_word), DataType::text, CellPlace::id},
      {"title", words.text("people.title_head"_word), DataType::text, CellPlace::title},
      {"kind", words.text("people.kind"_word)},
      {"state", words.text("people.state"_word), DataType::state, CellPlace::state},
      {"due", words.text("people.due_head"_word), DataType::date, CellPlace::detail, true},
  }};
  const size_t open = dossier.due.size() + dossier.owns.size();
  DataTableHead head{"owns", words.text("people.owns"_word),    "",
                     "",     open + dossier.looks_after.size(), closed,
                     columns};
  head.one = words.plural("people.records"_word, 1);
  head.many = words.plural("people.records"_word, 2);
  head.tools = open + dossier.looks_after.size() + closed > 8;
  DataTable table(out, head);
  const auto row = [&](ViewRecordId id) {
    const ViewRecord& record = view.record(id);
    table.begin_row(record.id);
    table.cell();
    write_id(out, scope, id);
    table.cell();
    write_record_link(out, scope, id, record.title);
    table.cell().data(view.kind_of(record).label);
    table.cell();
    write_state(out, scope, record);
    table.cell();
    if (record.facts.due) write_due(out, scope, record, *record.facts.due);
  };
  // Closed rows are hidden until asked for, so they alone make no group of the others.
  const bool groups = open > 0 && !dossier.looks_after.empty();
  const auto label = [&](Word word) { return groups ? words.text(word) : std::string_view(); };
  if (open > 0) {
    table.begin_group("open", label("people.open"_word), open);
    for (const ViewRecordId id : dossier.due) row(id);
    for (const ViewRecordId id : dossier.owns) row(id);
  }
  if (!dossier.looks_after.empty()) {
    table.begin_group("kept", label("people.looks_after"_word), dossier.looks_after.size());
    for (const ViewRecordId id : dossier.looks_after) row(id);
  }
  if (closed > 0) {
    table.begin_group("closed", words.text("people.closed"_word), closed);
    for (size_t i = 0; i < closed; ++i) row(dossier.closed[i]);
  }
  table.finish();
}

}  // namespace milepost
