// A record and what it is linked to, on two sides.
#pragma once

#include <cstdint>
#include <vector>

#include "redact/view.h"

namespace milepost {

inline constexpr size_t kMostNeighbours = 5;  // that are named on a side

struct Neighbour {
  ViewRecordId record = kNoViewRecord;
  bool heavy = false;  // days are at stake: it threatens, blocks, or is the critical path
};

struct Neighbourhood {
  std::vector<Neighbour> before, after;  // heavy ones first, at most kMostNeighbours of each
  uint32_t more_before = 0, more_after = 0;
  bool heavy = false;  // some line is

  bool empty() const { return before.size() + after.size() < 2; }
};

/// What it comes from or rests on, and what it acts on; each record once a side. Mentions count
/// only where there is no other link. Empty with fewer than two neighbours. Linear in its links,
/// of which at most 200 are looked at on each side.
Neighbourhood neighbourhood_of(const View& view, ViewRecordId record);
/// Whether that would not be empty, at the same cost.
bool has_neighbourhood(const View& view, ViewRecordId record);

}  // namespace milepost
