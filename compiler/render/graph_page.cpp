// One graph of the plan.
#include "compose/graph_model.h"
#include "render/graph_parts.h"
#include "render/page_writers.h"
#include "render/parts.h"

namespace milepost {

void write_graph_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  const GraphPage& graph = scope.outline().graphs[scope.page().subject];
  const GraphModel model = make_graph_model(scope.outline(), graph, page_extent(graph));
  out.data(graph_title(scope.outline(), graph));
  slots.finish(Slot::heading);
  write_graph_summary(out, scope, graph, model);
  slots.finish(Slot::summary);
  write_tabs(out, scope);
  slots.finish(Slot::tabs);
  write_graph(out, scope, graph, model);
  slots.finish(Slot::opening);
  write_other_graphs(out, scope);
  slots.finish(Slot::tables);
}

}  // namespace milepost
