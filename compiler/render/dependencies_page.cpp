// What the target rests on, and who waits for whom.
#include "compose/graph_model.h"
#include "render/dependency_parts.h"
#include "render/graph_parts.h"
#include "render/page_writers.h"
#include "render/parts.h"
#include "render/say.h"

namespace milepost {

void write_dependencies_page(PageSlots& slots, PageScope& scope) {
  HtmlWriter& out = slots.out();
  say(out, scope, "nav.dependencies"_word);
  slots.finish(Slot::heading);
  write_tabs(out, scope);
  slots.finish(Slot::tabs);
  if (const GraphPage* graph = map_graph(scope.outline())) {
    const GraphModel model = make_graph_model(scope.outline(), *graph, GraphExtent::open);
    write_graph_summary(out, scope, *graph, model);
    slots.finish(Slot::summary);
    write_graph(out, scope, *graph, model);
    slots.finish(Slot::opening);
  }
  write_dependency_parts(out, scope);
  write_other_graphs(out, scope);
  slots.finish(Slot::tables);
}

}  // namespace milepost
