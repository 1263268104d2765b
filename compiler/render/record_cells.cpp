// The cells of records in a data table, and whole tables of records.
#include <algorithm>
#include <array>
#include <optional>
#include <variant>

#include "compose/phrases.h"
#include "render/chain.h"
#include "render/data_table.h"
#include "render/link_detail.h"
#include "render/links.h"
#include "render/parts.h"
#include "render/ready_words.h"
#include "render/say.h"
#include "render/slip.h"
#include "render/values.h"

namespace milepost {
namespace {

constexpr uint8_t kNoPriority = 255;

DataType type_of(const View& view, const TableColumn& column) {
  switch (column.kind) {
    case ColumnKind::score:
    case ColumnKind::checks:
    case ColumnKind::age:
    case ColumnKind::total_float:
      return DataType::number;
    case ColumnKind::exposure:
      return DataType::level;
    case ColumnKind::priority:
    case ColumnKind::status:
    case ColumnKind::health:
    case ColumnKind::computed:
      return DataType::state;
    case ColumnKind::date:
    case ColumnKind::finish:
      return DataType::date;
    case ColumnKind::field: {
      const std::string& type = view.field(column.field).type;
      if (type == "level") return DataType::level;
      if (type == "date" || type == "datetime") return DataType::date;
      if (type == "number" || type == "percent" || type == "money") return DataType::number;
      return DataType::text;
    }
    default:
      return DataType::text;
  }
}

std::string_view key_of(const View& view, const TableColumn& column) {
  switch (column.kind) {
    case ColumnKind::id:
      return "id";
    case ColumnKind::title:
      return "title";
    case ColumnKind::score:
      return "score";
    case ColumnKind::exposure:
      return "exposure";
    case ColumnKind::priority:
      return "priority";
    case ColumnKind::status:
      return "state";
    case ColumnKind::health:
      return "health";
    case ColumnKind::owner:
      return "owner";
    case ColumnKind::team:
      return "team";
    case ColumnKind::checks:
      return "checks";
    case ColumnKind::date:
      if (column.field != kNoViewField) return view.field(column.field).name;
      if (column.date == &ViewFacts::next_review) return "next_review";
      return column.date == &ViewFacts::due ? "due" : "date";
    case ColumnKind::field:
      return view.field(column.field).name;
    case ColumnKind::links:
      return view.link_types[column.link_type].name;
    case ColumnKind::chain:
      return "chain";
    case ColumnKind::age:
      return "age";
    case ColumnKind::finish:
      return "finish";
    case ColumnKind::total_float:
      return "float";
    case ColumnKind::computed:
      return "computed";
  }
  return {};
}

CellPlace place_of(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::id:
      return CellPlace::id;
    case ColumnKind::title:
      return CellPlace::title;
    case ColumnKind::status:
      return CellPlace::state;
    case ColumnKind::owner:
      return CellPlace::who;
    default:
      return CellPlace::detail;
  }
}

class RecordCells {
 public:
  RecordCells(DataTable& table, PageScope& scope, ViewRecordId id)
      : table_(table),
        scope_(scope),
        view_(scope.view()),
        id_(id),
        record_(view_.record(id)),
        facts_(record_.facts) {}

  void write(const TableColumn& column) {
    switch (column.kind) {
      case ColumnKind::id:
        write_id(table_.cell(), scope_, id_);
        break;
      case ColumnKind::title:
        write_record_link(table_.cell(), scope_, id_, title());
        break;
      case ColumnKind::score:
        write_score(table_.cell(), scope_, facts_);
        break;
      case ColumnKind::exposure:
        exposure();
        break;
      case ColumnKind::priority:
        if (facts_.priority == kNoPriority) {
          table_.cell();
        } else {
          table_.cell().put("P").number(facts_.priority);
        }
        break;
      case ColumnKind::status:
        status();
        break;
      case ColumnKind::health:
        health();
        break;
      case ColumnKind::owner: {
        HtmlWriter& out = table_.cell();
        if (!record_.owners.empty()) {
          write_party(out, scope_, record_.owners[0], record_.owner_names[0]);
        }
        break;
      }
      case ColumnKind::team: {
        HtmlWriter& out = table_.cell();
        if (record_.team != kNoViewTeam) {
          write_party(out, scope_, {kNoViewPerson, record_.team}, view_.team(record_.team).name);
        }
        break;
      }
      case ColumnKind::checks:
        checks();
        break;
      case ColumnKind::date:
        date(column);
        break;
      case ColumnKind::field:
        field(column.field);
        break;
      case ColumnKind::links:
        links(column.link_type);
        break;
      case ColumnKind::chain:
        write_chain_line(table_.cell(), scope_, id_);
        break;
      case ColumnKind::age:
        age();
        break;
      case ColumnKind::finish:
        finish();
        break;
      case ColumnKind::total_float:
        total_float();
        break;
      case ColumnKind::computed:
        computed();
        break;
    }
  }

 private:
  // Some records have no title; a link must have words.
  std::string_view title() const {
    return record_.title.empty() ? record_.short_id : record_.title;
  }

  void exposure() {
    if (facts_.likelihood == 0 || facts_.impact == 0) {
      table_.cell();
      return;
    }
    HtmlWriter& out = table_.cell(int64_t{facts_.likelihood} * 10 + facts_.impact);
    out.text(level_word(scope_.words(), facts_.likelihood)).put(" × ");
    out.text(noun(scope_.words(), level_word(scope_.words(), facts_.impact)));
  }

  void status() {
    const bool known = record_.status < view_.kind_of(record_).statuses.size();
    HtmlWriter& out = known ? table_.cell(int64_t{record_.status}) : table_.cell();
    write_status(out, scope_, record_);
  }

  void health() {
    const bool told = record_.health != ViewHealth::none;
    HtmlWriter& out = told ? table_.cell(static_cast<int64_t>(record_.health)) : table_.cell();
    write_health(out, scope_, record_.health);
  }

  void checks() {
    const ViewReadiness* ready = view_.readiness_of(id_);
    if (ready != nullptr && ready->required > 0) {
      const int64_t share = int64_t{ready->passed} * 1000 / ready->required;
      write_ready_meter(table_.cell(share), scope_, *ready);
      return;
    }
    if (record_.checks.empty()) {
      table_.cell();
      return;
    }
    const auto done = std::ranges::count_if(record_.checks, &ViewCheck::checked);
    const auto all = static_cast<int64_t>(record_.checks.size());
    write_meter(table_.cell(done * 1000 / all), scope_, record_.checks);
  }

  void date(const TableColumn& column) {
    HtmlWriter& out = table_.cell();
    const std::optional<Date>& date = facts_.*column.date;
    if (!date) return;
    if (column.date == &ViewFacts::due || column.date == &ViewFacts::next_review ||
        column.date == &ViewFacts::decision_needed_by) {
      write_due(out, scope_, record_, *date);
    } else {
      write_day(out, scope_, *date, DayForm::brief);
    }
  }

  // What it shows does not sort if it is a word for a level, a date that moved, or a sum in words.
  void field(ViewFieldId id) {
    const auto at = std::ranges::find(record_.fields, id, &ViewField::field);
    if (at == record_.fields.end() || at->values.empty()) {
      table_.cell();
      return;
    }
    const auto& data = at->values.front().data;
    if (const auto* level = std::get_if<ViewLevel>(&data)) {
      write_values(table_.cell(int64_t{level->level}), scope_, *at, ValueForm::brief);
    } else if (const auto* date = std::get_if<ViewDate>(&data)) {
      write_values(table_.cell(to_iso(date->point)), scope_, *at, ValueForm::brief);
    } else if (const auto* money = std::get_if<ViewMoney>(&data)) {
      write_values(table_.cell(money->hundredths), scope_, *at, ValueForm::brief);
    } else {
      write_values(table_.cell(), scope_, *at, ValueForm::brief);
    }
  }

  void links(uint32_t type) {
    HtmlWriter& out = table_.cell();
    bool first = true;
    for (const ViewLink& link : view_.outgoing(id_)) {
      if (link.type != type || link.mention) continue;
      if (!first) out.put(", ");
      first = false;
      out.put("<span class=\"nw\">");
      write_id(out, scope_, link.to);
      if (!link.detail.empty()) {
        out.put(" ");
        write_link_detail(out, scope_, link.detail);
      }
      out.put("</span>");
    }
  }

  void age() {
    HtmlWriter& out = table_.cell();
    if (!record_.is_open() || !facts_.raised || *facts_.raised > scope_.as_of()) return;
    say(out, scope_, "table.days"_word,
        {view_.working_time.between(*facts_.raised, scope_.as_of())});
  }

  // --- of the schedule
  // -----------------------------------------------------------------------------------------

  void finish() {
    const ViewScheduleItem* item = view_.schedule.item(id_);
    const bool told = item != nullptr && item->dated;
    HtmlWriter& out = told ? table_.cell(to_iso(item->finish)) : table_.cell();
    if (told) write_finish(out, scope_, *item, DayForm::brief);
  }

  void total_float() {
    const ViewScheduleItem* item = view_.schedule.item(id_);
    const bool told = item != nullptr && item->dated && item->state != ViewPlanState::done &&
                      item->total_float != kNoViewFloat;
    if (!told) {
      table_.cell();
    } else if (item->critical) {
      say(table_.cell(int64_t{item->total_float}), scope_, "table.critical"_word);
    } else {
      say(table_.cell(int64_t{item->total_float}), scope_, "table.days"_word, {item->total_float});
    }
  }

  void computed() {
    const ViewScheduleItem* item = view_.schedule.item(id_);
    const bool told = item != nullptr && item->computed != ViewHealth::none &&
                      item->computed != ViewHealth::not_started && record_.is_open();
    HtmlWriter& out = told ? table_.cell(static_cast<int64_t>(item->computed)) : table_.cell();
    if (told) write_health(out, scope_, item->computed);
  }

  DataTable& table_;
  PageScope& scope_;
  const View& view_;
  ViewRecordId id_;
  const ViewRecord& record_;
  const ViewFacts& facts_;
};

}  // namespace

std::vector<DataColumn> data_columns(const View& view, std::span<const TableColumn> columns) {
  std::vector<DataColumn> made;
  made.reserve(columns.size());
  for (const TableColumn& column : columns) {
    made.push_back({key_of(view, column), column.label, type_of(view, column),
                    place_of(column.kind), column.right});
  }
  return made;
}

void write_record_cells(DataTable& table, PageScope& scope, std::span<const TableColumn> columns,
                        ViewRecordId record) {
  RecordCells cells(table, scope, record);
  for (const TableColumn& column : columns) cells.write(column);
}

void write_record_table(HtmlWriter& out, PageScope& scope, std::string_view name,
                        std::string_view caption, ViewKindId kind, const KindTable& table,
                        bool tools) {
  const View& view = scope.view();
  const std::vector<DataColumn> columns = data_columns(view, table.columns);
  const auto has = [&](ColumnKind wanted) {
    return std::ranges::find(table.columns, wanted, &TableColumn::kind) != table.columns.end();
  };
  std::vector<DataFacet> facets;
  const bool by_team = !has(ColumnKind::team) && !view.teams.empty();
  const bool by_level = has(ColumnKind::score);
  if (by_team) facets.push_back({"team", scope.words().text("table.team"_word)});
  if (by_level) {
    facets.push_back({"likelihood", ""});
    facets.push_back({"impact", ""});
  }
  DataTableHead head;
  head.name = name;
  head.caption = caption;
  head.columns = columns;
  head.facets = facets;
  head.tools = tools;
  const auto sorted = std::ranges::find(table.columns, table.sorted, &TableColumn::kind);
  if (table.sorted && sorted != table.columns.end()) {
    head.sorted = key_of(view, *sorted);
    head.descending = *table.sorted == ColumnKind::score;
  }
  const Words& words = scope.words();
  const bool any = kind == kNoViewKind;
  const std::string one =
      noun(words, any ? words.text("table.record"_word) : view.kind(kind).label);
  const std::string many =
      noun(words, any ? words.text("table.records"_word) : view.kind(kind).plural_label);
  head.one = one;
  head.many = many;
  for (const RowGroup& group : table.groups) {
    (group.name == "closed" ? head.closed : head.open) += group.rows.size();
  }
  DataTable writer(out, head);
  constexpr std::array<std::string_view, 6> digits = {"", "1", "2", "3", "4", "5"};
  std::vector<std::string_view> values;
  for (const RowGroup& group : table.groups) {
    writer.begin_group(group.name, group.label, group.rows.size());
    for (const ViewRecordId id : group.rows) {
      const ViewRecord& record = view.record(id);
      values.clear();
      if (by_team) {
        values.push_back(record.team == kNoViewTeam ? std::string_view()
                                                    : view.team(record.team).name);
      }
      if (by_level) {
        values.push_back(digits[std::min<size_t>(record.facts.likelihood, 5)]);
        values.push_back(digits[std::min<size_t>(record.facts.impact, 5)]);
      }
      writer.begin_row(record.id, values);
      write_record_cells(writer, scope, table.columns, id);
    }
  }
  writer.finish();
}

}  // namespace milepost
