// The parts of a page that shows a graph: how much of the plan it is, its signs, the picture, the
// table of the same edges, and the way to the other graphs.
#pragma once

#include "compose/graph_model.h"
#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// At most so many rows stand in the table of a graph that is not drawn.
inline constexpr size_t kMostGraphRows = 1000;

/// "16 of 58 items shown: what General availability rests on", and what is left out.
void write_graph_summary(HtmlWriter& out, const PageScope& scope, const GraphPage& graph,
                         const GraphModel& model);

/// Legend, picture or what stands for it, table. The pictures are those of the page.
void write_graph(HtmlWriter& out, const PageScope& scope, const GraphPage& graph,
                 const GraphModel& model);

/// Links to all graphs but that of this page.
void write_other_graphs(HtmlWriter& out, const PageScope& scope);

}  // namespace milepost
