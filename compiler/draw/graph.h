// A graph of the plan as a picture.
#pragma once

#include <cstdint>
#include <vector>

#include "compose/graph_model.h"
#include "draw/graph_columns.h"
#include "markup/html.h"

namespace milepost {

/// What a picture of a graph is made of, but for how high things stand.
struct GraphSketch {
  const GraphModel* model = nullptr;
  GraphColumns columns;
};

/// `page`: where it stands, for its links; `name` ([a-z0-9-]+): one of a kind in the site; `title`:
/// what it shows. `middles`: the answer of a layout for columns.layered.
///
/// Nodes are links in the order of the work; each says in its label all that it shows. Lines are
/// for the eye: the table of the same edges is for all. It has a viewBox and its size in px, so
/// that the page scrolls it at a fixed scale and paper fits it.
Html draw_graph(const Outline& outline, uint32_t page, std::string_view name,
                std::string_view title, const GraphSketch& sketch,
                const std::vector<int32_t>& middles);

/// A short word on the line of an edge: "SS +2 d"; empty for a plain one. Of groups how many it
/// stands for.
std::string edge_label(const Words& words, const GraphModel& model, const GraphEdge& edge);

}  // namespace milepost
