// The frame that all data tables have: heads, groups, rows, cells, facets.
#include "render/data_table.h"

#include <array>
#include <string>

#include "catch.h"

namespace milepost {
namespace {

constexpr std::array kColumns = {
    DataColumn{"id", "ID", DataType::text, CellPlace::id},
    DataColumn{"title", "Risk <R>", DataType::text, CellPlace::title},
    DataColumn{"score", "Score", DataType::number},
    DataColumn{"due", "Due", DataType::date, CellPlace::detail, true},
    DataColumn{"state", "State", DataType::state, CellPlace::state},
    DataColumn{"owner", "Owner", DataType::text, CellPlace::who},
};

DataTableHead head_of_risks() {
  DataTableHead head;
  head.name = "risks";
  head.caption = "Risks & more";
  head.one = "risk";
  head.many = "risks";
  head.open = 2;
  head.columns = kColumns;
  return head;
}

void write_row(DataTable& table, std::string_view id) {
  table.begin_row(id);
  table.cell().data(id);
  table.cell().put("A title");
  table.cell().number(16);
  table.cell("2026-06-08").put("8 Jun");
  table.cell(int64_t{2}).put("Open");
  table.cell();
}

bool holds(const HtmlWriter& out, std::string_view part) {
  return out.view().find(part) != std::string_view::npos;
}

}  // namespace

TEST_CASE("data table: heads tell their keys, their types and the order of the rows", "[render]") {
  HtmlWriter out;
  DataTableHead head = head_of_risks();
  head.sorted = "score";
  head.descending = true;
  DataTable table(out, head);
  table.finish();
  CHECK(holds(out, R"(<div class="table" id="mp:risks" data-table data-one="risk")"));
  CHECK(holds(out, R"(<caption class="vh">Risks &amp; more</caption>)"));
  CHECK(holds(out, R"(<th scope="col" data-key="title" data-type="text">Risk &lt;R&gt;</th>)"));
  CHECK(holds(
      out,
      R"(<th scope="col" data-key="score" data-type="number" aria-sort="descending">Score</th>)"));
  CHECK(holds(out, R"(<th scope="col" class="r" data-key="due" data-type="date">Due</th>)"));
  CHECK(out.view().ends_with("</thead>\n</table></div>\n"));
}

TEST_CASE("data table: a row can be linked to, and its cells say what they sort by", "[render]") {
  HtmlWriter out;
  const DataTableHead head = head_of_risks();
  DataTable table(out, head);
  table.begin_group("open", {}, 1);
  write_row(table, "R-007");
  table.finish();
  CHECK(holds(out,
              "<tbody data-group=\"open\">\n"
              "<tr id=\"mp:risks:R-007\"><td class=\"c-id\">R-007</td>"
              "<th scope=\"row\" class=\"c-title\">A title</th>"
              "<td data-l=\"Score\">16</td>"
              "<td class=\"r\" data-l=\"Due\" data-v=\"2026-06-08\">8 Jun</td>"
              "<td class=\"c-state\" data-v=\"2\">Open</td>"
              "<td class=\"c-who\" data-l=\"Owner\"></td></tr>\n"
              "</tbody>\n"));
}

TEST_CASE("data table: groups have a heading of their own if they have a label", "[render]") {
  HtmlWriter out;
  const DataTableHead head = head_of_risks();
  DataTable table(out, head);
  table.begin_group("open", {}, 2);
  write_row(table, "R-1");
  write_row(table, "R-2");
  table.begin_group("closed", "Closed", 1);
  write_row(table, "R-3");
  table.finish();
  CHECK(holds(out,
              "</tr>\n</tbody>\n<tbody data-group=\"closed\">\n<tr class=\"group-row\">"
              "<th scope=\"rowgroup\" colspan=\"6\">Closed <span class=\"count\">1</span></th>"
              "</tr>\n<tr id=\"mp:risks:R-3\">"));
}

TEST_CASE("data table: facets stand in the order of the head, and no value can split them",
          "[render]") {
  HtmlWriter out;
  constexpr std::array facets = {DataFacet{"team", "Team"}, DataFacet{"impact", ""}};
  DataTableHead head = head_of_risks();
  head.facets = facets;
  DataTable table(out, head);
  const std::array<std::string_view, 2> values = {"A|B \"C\"", "4"};
  table.begin_row("R-1", values);
  table.finish();
  CHECK(holds(out, R"(data-facets="team:Team|impact:")"));
  CHECK(holds(out, R"(data-f="A/B &quot;C&quot;|4")"));
}

TEST_CASE("data table: one row is not sorted", "[render]") {
  HtmlWriter out;
  DataTableHead head = head_of_risks();
  head.open = 1;
  DataTable table(out, head);
  table.finish();
  CHECK_FALSE(holds(out, "data-table"));
}

TEST_CASE("data table: an extract has neither controls nor what only they need", "[render]") {
  HtmlWriter out;
  constexpr std::array facets = {DataFacet{"team", "Team"}};
  DataTableHead head = head_of_risks();
  head.facets = facets;
  head.tools = false;
  DataTable table(out, head);
  const std::array<std::string_view, 1> values = {"A"};
  table.begin_row("", values);
  table.finish();
  CHECK_FALSE(holds(out, "data-table"));
  CHECK_FALSE(holds(out, "data-f"));
  CHECK_FALSE(holds(out, "id="));
  CHECK(holds(out, "<tbody data-group=\"all\">\n<tr></tr>\n</tbody>"));
}

}  // namespace milepost
