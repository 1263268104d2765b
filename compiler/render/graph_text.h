// A graph of the plan in the languages of other programs.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compose/graph_model.h"

namespace milepost {

/// What `--graph` means: nothing or "program", the id of a workstream, the key of a team, the id of
/// another record of the plan (what it rests on). Nothing for what is none, or has no edge.
std::optional<GraphPage> graph_named(const Outline& outline, std::string_view word);

/// DOT, for Graphviz: lanes are clusters. Of form `nothing` all items. Every label is a quoted
/// string in which nothing is an escape of that language, so that it reads as it was written. Ends
/// with a newline. Linear.
std::string graph_dot(const Outline& outline, const GraphPage& graph);

/// A flowchart of Mermaid, as fences of Markdown show it. The same of its labels.
std::string graph_mermaid(const Outline& outline, const GraphPage& graph);

}  // namespace milepost
