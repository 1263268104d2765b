// The edges of a graph as a table: what its picture stands for, for those who cannot see it.
#pragma once

#include "compose/graph_model.h"
#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// A row for each edge of the model, those that follow from others included; at most
/// kMostGraphRows, and then it says so.
void write_graph_table(HtmlWriter& out, const PageScope& scope, const GraphModel& model);

}  // namespace milepost
