// One graph of the plan.
#include "render/graph_page.h"

#include "render/links.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {

std::string graph_title(const Outline& outline, const GraphPage& graph) {
  const View& view = outline.view;
  switch (graph.scope) {
    case GraphScope::workstream:
    case GraphScope::milestone:
      return view.records[graph.subject].title;
    case GraphScope::team:
      return view.teams[graph.subject].name;
    default:
      return std::string(outline.words.text(Word::graph_tab_program));
  }
}

void write_graph_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  out.data(graph_title(scope.outline(), scope.outline().graphs[scope.page().subject]));
  slots.finish(Slot::heading);
  write_tabs(out, scope);
  slots.finish(Slot::tabs);
  if (const Html* drawing = scope.drawing(DrawingKind::graph)) out.put(*drawing);
  slots.finish(Slot::opening);
}

}  // namespace milepost
