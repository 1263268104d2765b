// A site made of a plan alone, without files: for tests of graphs and their growth.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "compose/compose.h"

namespace milepost {

/// What a test says of its plan. Numbers are those of the records.
struct TestPlan {
  uint32_t items = 0;
  std::vector<std::pair<uint32_t, uint32_t>> edges;  // from, to
  uint32_t streams = 0;                              // item i is of stream i % streams
  std::string title = "Work on the interface of part";
  uint32_t critical = 0;  // the first so many edges are on the critical path
  uint32_t special = 0;   // each so-manieth edge is start to start and 2 days later
};

View view_of(const TestPlan& plan);

Outline planned(const TestPlan& plan);

/// Edges from each item to at most `each` of the `reach` after it; sorted, without repetition.
std::vector<std::pair<uint32_t, uint32_t>> scattered(uint32_t items, uint32_t each, uint32_t reach);

}  // namespace milepost
