// Writes the table of a graph.
#include "render/graph_table.h"

#include <algorithm>
#include <string>
#include <vector>

#include "compose/phrases.h"
#include "render/data_table.h"
#include "render/graph_parts.h"
#include "render/links.h"
#include "render/say.h"

namespace milepost {
namespace {

Word relation_word(ViewRelation relation) {
  switch (relation) {
    case ViewRelation::start_start:
      return "graph.relation.ss"_word;
    case ViewRelation::finish_finish:
      return "graph.relation.ff"_word;
    case ViewRelation::start_finish:
      return "graph.relation.sf"_word;
    default:
      return "graph.relation.fs"_word;
  }
}

class GraphTable {
 public:
  GraphTable(HtmlWriter& out, const PageScope& scope, const GraphModel& model)
      : out_(out), scope_(scope), words_(scope.words()), model_(model) {}

  void write() {
    const bool groups = model_.form == GraphForm::groups;
    std::vector<DataColumn> columns = {
        {"from", words_.text("graph.table.from"_word), DataType::text, CellPlace::title},
        {"to", words_.text("graph.table.to"_word), DataType::text, CellPlace::detail}};
    if (groups) {
      columns.push_back({"count", words_.text("graph.table.count"_word), DataType::number,
                         CellPlace::detail, true});
    } else {
      columns.push_back({"how", words_.text("graph.table.how"_word), DataType::state});
      columns.push_back({"slack", words_.text("graph.table.slack"_word), DataType::number,
                         CellPlace::detail, true});
    }
    columns.push_back({"says", words_.text("graph.table.says"_word), DataType::text});
    const size_t rows = std::min(model_.edges.size(), kMostGraphRows);
    const std::string one(words_.plural("graph.link"_word, 1));
    const std::string many(words_.plural("graph.link"_word, 2));
    const DataTableHead head{
        "edges", words_.text("graph.table"_word), one, many, rows, 0, columns, {}, {}, false};
    DataTable table(out_, head);
    table.begin_group("all", "", rows);
    for (size_t i = 0; i < rows; ++i) {
      const GraphEdge& edge = model_.edges[i];
      table.begin_row("");
      end(table.cell(), model_.nodes[edge.from]);
      end(table.cell(), model_.nodes[edge.to]);
      if (groups) {
        table.cell(edge.count).number(edge.count);
      } else {
        how(table.cell(), edge);
        table.cell(edge.slack).number(edge.slack);
      }
      says(table.cell(), edge);
    }
    table.finish();
    if (rows == model_.edges.size()) return;
    out_.put("<p class=\"note\">");
    say(out_, scope_, "graph.table.some"_word, {rows, model_.edges.size()});
    out_.put("</p>\n");
  }

 private:
  void end(HtmlWriter& out, const GraphNode& node) {
    if (model_.form != GraphForm::groups) {
      write_id(out, scope_, node.record);
      out.put(" ");
      write_record_link(out, scope_, node.record, scope_.view().record(node.record).title);
    } else if (node.page != kNoPage) {
      out.put("<a").link("href", scope_.path(), scope_.outline().pages[node.page].path).put(">");
      out.data(node.label).put("</a>");
    } else {
      out.data(node.label);
    }
  }

  void how(HtmlWriter& out, const GraphEdge& edge) {
    say(out, scope_, relation_word(edge.relation));
    if (edge.lag == 0) return;
    const bool later = edge.lag > 0;
    const Word word = edge.wall_lag ? later ? "graph.later.wall"_word : "graph.earlier.wall"_word
                      : later       ? "graph.later.words"_word
                                    : "graph.earlier.words"_word;
    const int64_t days = later ? edge.lag : -int64_t{edge.lag};
    out.put(", ");
    say_count(out, scope_, word, static_cast<uint64_t>(days));
  }

  void says(HtmlWriter& out, const GraphEdge& edge) {
    bool first = true;
    const auto add = [&](bool is, Word word) {
      if (!is) return;
      if (!first) out.put(", ");
      first = false;
      say(out, scope_, word);
    };
    add(edge.critical, "graph.is.critical"_word);
    add(edge.slipping, "graph.is.slipping"_word);
    add(edge.driving && !edge.critical, "graph.is.driving"_word);
    add(edge.show == EdgeShow::redundant, "graph.is.redundant"_word);
  }

  HtmlWriter& out_;
  const PageScope& scope_;
  const Words& words_;
  const GraphModel& model_;
};

}  // namespace

void write_graph_table(HtmlWriter& out, const PageScope& scope, const GraphModel& model) {
  GraphTable(out, scope, model).write();
}

}  // namespace milepost
