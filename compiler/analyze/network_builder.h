// Makes the network of a program: who is in the plan, and what waits for what.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

/// An item and the summary it is part of, into Schedule::items.
struct PlanPartOf {
  uint32_t part = 0, summary = 0;
};

/// How the summaries of a plan hang together.
struct PlanOutline {
  std::vector<PlanPartOf> parts;    // by summary, then part
  std::vector<uint32_t> order;      // items, each summary after all its parts
  std::vector<uint32_t> end_nodes;  // by item: of a summary that has one, else kNoNode
};

/// Of what `schedule.mask` sees. Fills network, edge_links, node_records, item_of, and of each item
/// what does not need dates (record, kind, state, source, summary, node, parent, workstream,
/// length, remaining, percent). Linear in records and links.
PlanOutline build_network(const Program& program, const Analysis& analysis, Schedule& schedule);

}  // namespace milepost
