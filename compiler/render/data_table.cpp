// Writes the frame of a data table: its element, head, groups, rows and cells.
#include "render/data_table.h"

#include <algorithm>

namespace milepost {
namespace {

Markup type_attribute(DataType type) {
  switch (type) {
    case DataType::number:
      return " data-type=\"number\"";
    case DataType::date:
      return " data-type=\"date\"";
    case DataType::level:
      return " data-type=\"level\"";
    case DataType::state:
      return " data-type=\"state\"";
    default:
      return " data-type=\"text\"";
  }
}

// The class tells the style sheet where the cell stands on a narrow screen.
Markup cell_class(const DataColumn& column) {
  switch (column.place) {
    case CellPlace::id:
      return " class=\"c-id\"";
    case CellPlace::title:
      return " class=\"c-title\"";
    case CellPlace::state:
      return " class=\"c-state\"";
    case CellPlace::who:
      return " class=\"c-who\"";
    default:
      return column.right ? Markup(" class=\"r\"") : Markup("");
  }
}

// Facets stand in one attribute, so a bar in a value would split it.
void append_facet(std::string& all, std::string_view value) {
  for (const char c : value) all += c == '|' ? '/' : c;
}

}  // namespace

DataTable::DataTable(HtmlWriter& out, const DataTableHead& head)
    : out_(out), head_(head), tools_(head.tools && head.open + head.closed > 1) {
  out_.put("<div class=\"table\"");
  if (head.tools) out_.attribute("id", "mp:" + std::string(head.name));
  if (tools_) {
    out_.put(" data-table").attribute("data-one", head.one).attribute("data-many", head.many);
    std::string facets;
    for (const DataFacet& facet : head.facets) {
      if (!facets.empty()) facets += '|';
      facets.append(facet.key).append(":");
      append_facet(facets, facet.label);
    }
    if (!facets.empty()) out_.attribute("data-facets", facets);
  }
  // Whoever has no mouse scrolls a wide table by its region.
  out_.put(" role=\"region\" tabindex=\"0\"").attribute("aria-label", head.caption);
  out_.put("><table class=\"rows cards\">\n");
  out_.put("<caption class=\"vh\">").data(head.caption).put("</caption>\n<thead><tr>");
  for (const DataColumn& column : head.columns) {
    out_.put("<th scope=\"col\"");
    if (column.right) out_.put(" class=\"r\"");
    out_.attribute("data-key", column.key).put(type_attribute(column.type));
    if (column.key == head.sorted) {
      out_.put(head.descending ? Markup(" aria-sort=\"descending\"")
                               : Markup(" aria-sort=\"ascending\""));
    }
    out_.put(">").data(column.label).put("</th>");
  }
  out_.put("</tr></thead>\n");
}

void DataTable::begin_group(std::string_view name, std::string_view label, size_t rows) {
  close_group();
  in_group_ = true;
  out_.put("<tbody").attribute("data-group", name).put(">\n");
  if (label.empty()) return;
  out_.put("<tr class=\"group-row\"><th scope=\"rowgroup\"");
  out_.attribute("colspan", static_cast<int64_t>(head_.columns.size())).put(">").data(label);
  out_.put(" <span class=\"count\">").number(static_cast<int64_t>(rows)).put("</span></th></tr>\n");
}

void DataTable::begin_row(std::string_view id, std::span<const std::string_view> facets) {
  if (!in_group_) begin_group("all", {}, 0);
  close_row();
  in_row_ = true;
  next_ = 0;
  out_.put("<tr");
  if (!id.empty()) {
    std::string whole = "mp:";
    whole.append(head_.name).append(":").append(id);
    out_.attribute("id", whole);
  }
  if (tools_ && !facets.empty()) {
    std::string all;
    for (size_t i = 0; i < facets.size(); ++i) {
      if (i > 0) all += '|';
      append_facet(all, facets[i]);
    }
    out_.attribute("data-f", all);
  }
  out_.put(">");
}

// Leaves the tag open for data-v.
void DataTable::open_cell() {
  if (in_cell_) out_.put(cell_is_head_ ? Markup("</th>") : Markup("</td>"));
  in_cell_ = true;
  const DataColumn& column = head_.columns[std::min(next_, head_.columns.size() - 1)];
  ++next_;
  cell_is_head_ = column.place == CellPlace::title;
  out_.put(cell_is_head_ ? Markup("<th scope=\"row\"") : Markup("<td")).put(cell_class(column));
  const bool labelled = column.place == CellPlace::detail || column.place == CellPlace::who;
  if (labelled) out_.attribute("data-l", column.label);
}

HtmlWriter& DataTable::cell() {
  open_cell();
  return out_.put(">");
}

HtmlWriter& DataTable::cell(int64_t key) {
  open_cell();
  return out_.attribute("data-v", key).put(">");
}

HtmlWriter& DataTable::cell(std::string_view key) {
  open_cell();
  return out_.attribute("data-v", key).put(">");
}

void DataTable::close_row() {
  if (in_cell_) out_.put(cell_is_head_ ? Markup("</th>") : Markup("</td>"));
  if (in_row_) out_.put("</tr>\n");
  in_cell_ = in_row_ = false;
}

void DataTable::close_group() {
  close_row();
  if (in_group_) out_.put("</tbody>\n");
  in_group_ = false;
}

void DataTable::finish() {
  close_group();
  out_.put("</table></div>\n");
}

}  // namespace milepost
