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
      return Word::graph_relation_ss;
    case ViewRelation::finish_finish:
      return Word::graph_relation_ff;
    case ViewRelation::start_finish:
      return Word::graph_relation_sf;
    default:
      return Word::graph_relation_fs;
  }
}

class GraphTable {
 public:
  GraphTable(HtmlWriter& out, const PageScope& scope, const GraphModel& model)
      : out_(out), scope_(scope), words_(scope.words()), model_(model) {}

  void write() {
    const bool groups = model_.form == GraphForm::groups;
    std::vector<DataColumn> columns = {
        {"from", words_.text(Word::graph_table_from), DataType::text, CellPlace::title},
        {"to", words_.text(Word::graph_table_to), DataType::text, CellPlace::detail}};
    if (groups) {
      columns.push_back({"count", words_.text(Word::graph_table_count), DataType::number,
                         CellPlace::detail, true});
    } else {
      columns.push_back({"how", words_.text(Word::graph_table_how), DataType::state});
      columns.push_back({"slack", words_.text(Word::graph_table_slack), DataType::number,
                         CellPlace::detail, true});
    }
    columns.push_back({"says", words_.text(Word::graph_table_says), DataType::text});
    const size_t rows = std::min(model_.edges.size(), kMostGraphRows);
    const std::string one(words_.plural(Word::graph_link, 1));
    const std::string many(words_.plural(Word::graph_link, 2));
    const DataTableHead head{
        "edges", words_.text(Word::graph_table), one, many, rows, 0, columns, {}, {}, false};
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
    say(out_, scope_, Word::graph_table_some, {rows, model_.edges.size()});
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
    const Word word = edge.wall_lag ? later ? Word::graph_later_wall : Word::graph_earlier_wall
                      : later       ? Word::graph_later_words
                                    : Word::graph_earlier_words;
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
    add(edge.critical, Word::graph_is_critical);
    add(edge.slipping, Word::graph_is_slipping);
    add(edge.driving && !edge.critical, Word::graph_is_driving);
    add(edge.show == EdgeShow::redundant, Word::graph_is_redundant);
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
