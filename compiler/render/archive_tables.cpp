// The archives of status reports and meetings.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "compose/phrases.h"
#include "compose/reports.h"
#include "render/data_table.h"
#include "render/kind_tables.h"
#include "render/parts.h"
#include "render/say.h"
#include "render/values.h"

namespace milepost {
namespace {

std::vector<ViewRecordId> all_rows(const PageScope& scope, ViewKindId kind) {
  std::vector<ViewRecordId> rows;
  for (const RowGroup& group : scope.outline().tables[number(kind)].groups) {
    rows.insert(rows.end(), group.rows.begin(), group.rows.end());
  }
  return rows;
}

const ViewField* period_of(const View& view, const ViewRecord& record) {
  const auto at = std::ranges::find_if(record.fields, [&](const ViewField& field) {
    return view.field(field.field).role == ViewRole::period;
  });
  return at == record.fields.end() || at->values.empty() ? nullptr : &*at;
}

std::string title_of(const View& view, ViewRecordId id) {
  const ViewRecord& record = view.record(id);
  return record.title.empty() ? record.short_id : record.title;
}

// Shapes in a row, the earliest first; each is a link that says in words what it shows.
void write_trend(HtmlWriter& out, const PageScope& scope, std::span<const ViewRecordId> reports) {
  const std::vector<ViewRecordId> trend = health_trend(scope.view(), reports);
  if (trend.size() < 2) return;
  out.put("<section class=\"part\">\n<h2>");
  say(out, scope, "archive.trend"_word);
  out.put("</h2>\n<ol class=\"trend\">\n");
  for (const ViewRecordId id : trend) {
    const ViewRecord& record = scope.view().record(id);
    out.put("<li>");
    write_health(out, scope, record.health);
    out.put("<span class=\"sub\">");
    write_record_link(out, scope, id, title_of(scope.view(), id));
    out.put("</span></li>\n");
  }
  out.put("</ol>\n</section>\n");
}

// Ids of the records of one type of link into a meeting.
std::vector<ViewRecordId> linked_from(const View& view, ViewRecordId id, std::string_view type) {
  std::vector<ViewRecordId> found;
  for (const uint32_t i : view.incoming_links(id)) {
    const ViewLink& link = view.links[i];
    if (!link.mention && view.link_types[link.type].name == type) found.push_back(link.from);
  }
  return found;
}

void write_ids(HtmlWriter& out, const PageScope& scope, std::span<const ViewRecordId> ids) {
  constexpr size_t most = 6;
  for (size_t i = 0; i < std::min(ids.size(), most); ++i) {
    if (i > 0) out.put(", ");
    write_id(out, scope, ids[i]);
  }
  if (ids.size() > most) {
    out.put(" ");
    say_count(out, scope, "people.more"_word, ids.size() - most);
  }
}

}  // namespace

void write_report_archive(HtmlWriter& out, PageScope& scope, ViewKindId kind) {
  const View& view = scope.view();
  const Words& words = scope.words();
  const std::vector<ViewRecordId> rows = all_rows(scope, kind);
  write_trend(out, scope, rows);
  const std::array<DataColumn, 6> columns = {{
      {"id", words.text("people.id"_word), DataType::text, CellPlace::id},
      {"report", view.kind(kind).label, DataType::text, CellPlace::title},
      {"date", words.text("archive.date"_word), DataType::date, CellPlace::detail, true},
      {"health", words.text("archive.health"_word), DataType::state, CellPlace::state},
      {"summary", words.text("archive.summary"_word)},
      {"author", words.text("archive.author"_word), DataType::text, CellPlace::who},
  }};
  const std::string one = noun(words, view.kind(kind).label);
  const std::string many = noun(words, view.kind(kind).plural_label);
  DataTableHead head{"reports", view.kind(kind).plural_label, one, many, rows.size(), 0, columns};
  DataTable table(out, head);
  for (const ViewRecordId id : rows) {
    const ViewRecord& record = view.record(id);
    table.begin_row(record.id);
    table.cell();
    write_id(out, scope, id);
    table.cell();
    write_record_link(out, scope, id, title_of(view, id));
    const ViewField* period = period_of(view, record);
    if (period != nullptr && period->values.front().text != record.title) {
      out.put(" <span class=\"aside\">").data(period->values.front().text).put("</span>");
    }
    table.cell();
    if (record.facts.held) write_day(out, scope, *record.facts.held, DayForm::with_weekday);
    table.cell();
    write_health(out, scope, record.health);
    table.cell().data(report_summary(view, record));
    table.cell();
    if (!record.owners.empty()) {
      write_party(out, scope, record.owners.front(), record.owner_names.front());
    }
  }
  table.finish();
}

void write_meeting_archive(HtmlWriter& out, PageScope& scope, ViewKindId kind) {
  const View& view = scope.view();
  const Words& words = scope.words();
  const std::vector<ViewRecordId> rows = all_rows(scope, kind);
  const std::array<DataColumn, 7> columns = {{
      {"id", words.text("people.id"_word), DataType::text, CellPlace::id},
      {"meeting", view.kind(kind).label, DataType::text, CellPlace::title},
      {"date", words.text("archive.held"_word), DataType::date, CellPlace::detail, true},
      {"owner", words.text("archive.host"_word), DataType::text, CellPlace::who},
      {"decided", words.text("archive.decided"_word)},
      {"raised", words.text("archive.raised"_word)},
      {"reviewed", words.text("archive.reviewed"_word), DataType::number, CellPlace::detail, true},
  }};
  const std::string one = noun(words, view.kind(kind).label);
  const std::string many = noun(words, view.kind(kind).plural_label);
  DataTableHead head{"meetings", view.kind(kind).plural_label, one, many, rows.size(), 0, columns};
  DataTable table(out, head);
  for (const ViewRecordId id : rows) {
    const ViewRecord& record = view.record(id);
    table.begin_row(record.id);
    table.cell();
    write_id(out, scope, id);
    table.cell();
    write_record_link(out, scope, id, title_of(view, id));
    table.cell();
    if (record.facts.held) write_day(out, scope, *record.facts.held, DayForm::with_weekday);
    table.cell();
    if (!record.owners.empty()) {
      write_party(out, scope, record.owners.front(), record.owner_names.front());
    }
    table.cell();
    write_ids(out, scope, linked_from(view, id, "decided_in"));
    table.cell();
    write_ids(out, scope, linked_from(view, id, "raised_in"));
    table.cell();
    const size_t reviewed = linked_from(view, id, "reviewed_in").size();
    if (reviewed > 0) out.number(static_cast<int64_t>(reviewed));
  }
  table.finish();
}

}  // namespace milepost
