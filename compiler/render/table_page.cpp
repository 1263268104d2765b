// The table of a kind.
#include <algorithm>
#include <string>

#include "compose/phrases.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/values.h"

namespace milepost {
namespace {

void write_cell(HtmlWriter& out, PageScope& scope, const TableColumn& column, ViewRecordId id) {
  const View& view = scope.view();
  const ViewRecord& record = view.record(id);
  switch (column.kind) {
    case ColumnKind::id:
      write_id(out, scope, id);
      break;
    case ColumnKind::title:
      write_record_link(out, scope, id, record.title);
      break;
    case ColumnKind::score:
      write_score(out, record.facts);
      break;
    case ColumnKind::priority:
      if (record.facts.priority != 255) out.put("P").number(record.facts.priority);
      break;
    case ColumnKind::status:
      write_status(out, view, record);
      break;
    case ColumnKind::health:
      write_health(out, record.health);
      break;
    case ColumnKind::owner:
      if (!record.owners.empty()) {
        write_party(out, scope, record.owners[0], record.owner_names[0]);
      }
      break;
    case ColumnKind::team:
      if (record.team != kNoViewTeam) {
        write_party(out, scope, {kNoViewPerson, record.team}, view.team(record.team).name);
      }
      break;
    case ColumnKind::checks:
      if (!record.checks.empty()) write_meter(out, record.checks);
      break;
    case ColumnKind::date:
      if (const std::optional<Date>& date = record.facts.*column.date) {
        if (column.date == &ViewFacts::due || column.date == &ViewFacts::next_review ||
            column.date == &ViewFacts::decision_needed_by) {
          write_due(out, scope, record, *date);
        } else {
          write_day(out, scope, *date, DayForm::brief);
        }
      }
      break;
    case ColumnKind::field: {
      const auto field = std::ranges::find(record.fields, column.field, &ViewField::field);
      if (field != record.fields.end()) write_values(out, scope, *field, ValueForm::brief);
      break;
    }
  }
}

// The class tells the style sheet where the cell stands on a narrow screen.
Markup cell_class(const TableColumn& column) {
  switch (column.kind) {
    case ColumnKind::id:
      return " class=\"c-id\"";
    case ColumnKind::title:
      return " class=\"c-title\"";
    case ColumnKind::status:
      return " class=\"c-state\"";
    case ColumnKind::owner:
      return " class=\"c-who\"";
    default:
      return column.right ? Markup(" class=\"r\"") : Markup("");
  }
}

}  // namespace

void write_head(HtmlWriter& out, std::span<const TableColumn> columns) {
  out.put("<thead><tr>");
  for (const TableColumn& column : columns) {
    out.put("<th scope=\"col\"");
    if (column.right) out.put(" class=\"r\"");
    out.put(">").data(column.label).put("</th>");
  }
  out.put("</tr></thead>\n");
}

void write_rows(HtmlWriter& out, PageScope& scope, std::span<const TableColumn> columns,
                std::span<const ViewRecordId> records) {
  out.put("<tbody>\n");
  for (const ViewRecordId id : records) {
    out.put("<tr>");
    for (const TableColumn& column : columns) {
      const Markup where = cell_class(column);
      if (column.kind == ColumnKind::title) {
        out.put("<th scope=\"row\"").put(where).put(">");
        write_cell(out, scope, column, id);
        out.put("</th>");
        continue;
      }
      out.put("<td").put(where);
      const bool labelled = column.kind != ColumnKind::id && column.kind != ColumnKind::status;
      if (labelled) out.attribute("data-l", column.label);
      out.put(">");
      write_cell(out, scope, column, id);
      out.put("</td>");
    }
    out.put("</tr>\n");
  }
  out.put("</tbody>\n");
}

void write_kind_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  const ViewKindId kind_id{scope.page().subject};
  const ViewKind& kind = scope.view().kind(kind_id);
  const KindTable& table = scope.outline().tables[number(kind_id)];
  out.data(kind.plural_label);
  slots.finish(Slot::heading);

  size_t count = 0;
  size_t open = 0;
  for (const RowGroup& group : table.groups) {
    count += group.rows.size();
    open += static_cast<size_t>(std::ranges::count_if(
        group.rows, [&](ViewRecordId id) { return scope.view().record(id).is_open(); }));
  }
  out.data(count_words(count, lower_first(kind.label), lower_first(kind.plural_label)));
  if (!kind.statuses.empty() && open != count) {
    out.put(", ");
    if (open == 0) {
      out.put("none");
    } else {
      out.number(static_cast<int64_t>(open));
    }
    out.put(" of them open");
  }
  slots.finish(Slot::summary);
  out.data(kind.doc);
  slots.finish(Slot::lead);

  for (const RowGroup& group : table.groups) {
    if (!group.label.empty()) {
      out.put("<h2 class=\"group\">").text(group.label).put(" <span class=\"count\">");
      out.number(static_cast<int64_t>(group.rows.size())).put("</span></h2>\n");
    }
    out.put("<div class=\"scroll\" tabindex=\"0\"><table class=\"rows cards\">\n");
    write_head(out, table.columns);
    write_rows(out, scope, table.columns, group.rows);
    out.put("</table></div>\n");
  }
  slots.finish(Slot::tables);
}

}  // namespace milepost
