// Lays out and draws the graphs of a site.
#include "draw/graphs.h"

#include <algorithm>
#include <string>
#include <utility>

#include "compose/graph_model.h"
#include "draw/graph.h"

namespace milepost {
namespace {

// A picture on a page.
struct Sheet {
  uint32_t page = kNoPage;
  DrawingKind kind = DrawingKind::graph;
  std::string title;
  GraphSketch sketch;
};

// The models of all pages with a graph. They must not move: sheets borrow them.
class Sheets {
 public:
  explicit Sheets(const Outline& outline) : outline_(outline) {
    models_.reserve(outline.graphs.size() + 1);
    for (const GraphPage& graph : outline.graphs) {
      add(graph.page, graph, make_graph_model(outline, graph, page_extent(graph)));
    }
    if (const GraphPage* map = map_graph(outline)) {
      add(outline.dependencies_page, *map, make_graph_model(outline, *map, GraphExtent::open));
    }
  }

  std::vector<Sheet>& all() { return sheets_; }
  const std::vector<uint32_t>& undrawn() const { return undrawn_; }

 private:
  void add(uint32_t page, const GraphPage& graph, GraphModel&& made) {
    if (made.form == GraphForm::nothing) {
      undrawn_.push_back(page);
      return;
    }
    const GraphModel& model = models_.emplace_back(std::move(made));
    const std::string title = graph_title(outline_, graph);
    sheets_.push_back({page, DrawingKind::graph, title, {&model, make_columns(model, false)}});
    if (!model.has_whole) return;
    sheets_.push_back({page, DrawingKind::graph_whole, title, {&model, make_columns(model, true)}});
  }

  const Outline& outline_;
  std::vector<GraphModel> models_;
  std::vector<Sheet> sheets_;
  std::vector<uint32_t> undrawn_;
};

}  // namespace

void draw_graphs(const Outline& outline, const LayoutWorkers& workers,
                 std::vector<Drawing>& drawings, std::vector<DrawTrouble>& troubles) {
  Sheets sheets(outline);
  for (const uint32_t page : sheets.undrawn())
    troubles.push_back({page, DrawTroubleKind::too_large});
  std::vector<LayeredGraph> asked;
  asked.reserve(sheets.all().size());
  for (Sheet& sheet : sheets.all()) asked.push_back(std::move(sheet.sketch.columns.layered));
  const std::vector<LayoutAnswer> answers = lay_out_graphs(asked, workers);
  for (size_t i = 0; i < asked.size(); ++i) {
    Sheet& sheet = sheets.all()[i];
    if (answers[i].state != LayoutState::done) {
      const bool expired = answers[i].state == LayoutState::expired;
      troubles.push_back(
          {sheet.page, expired ? DrawTroubleKind::expired : DrawTroubleKind::failed});
      continue;
    }
    sheet.sketch.columns.layered = std::move(asked[i]);
    const bool whole = sheet.kind == DrawingKind::graph_whole;
    const std::string name = (whole ? "all" : "graph") + std::to_string(sheet.page);
    drawings.push_back(
        {sheet.page, sheet.kind,
         draw_graph(outline, sheet.page, name, sheet.title, sheet.sketch, answers[i].middles)});
  }
}

}  // namespace milepost
