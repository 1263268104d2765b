// Which items and edges of the plan a graph is about.
#pragma once

#include <cstdint>
#include <vector>

#include "compose/outline.h"

namespace milepost {

/// In the order of the View; every record is the end of an edge.
struct ScopeEdges {
  std::vector<ViewRecordId> records;
  std::vector<uint32_t> edges;  // into ViewSchedule::edges
};

/// Of the program all; of a workstream or team its items and what they are linked to; of a
/// milestone what it rests on, parts of summaries included. Linear in the plan.
ScopeEdges edges_in_scope(const View& view, GraphScope scope, uint32_t subject);

/// Leaves out what is done but for what open work waits for. Does nothing if that leaves nothing.
void leave_out_done(const View& view, ScopeEdges& scope);

}  // namespace milepost
