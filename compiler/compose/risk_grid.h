// Where the open risks of a kind stand by likelihood and impact.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "compose/outline.h"

namespace milepost {

/// A grid of five by five levels, or three by three if no risk of the kind, open or closed, says
/// anything but low, medium or high.
struct RiskGrid {
  uint8_t first_level = 1, last_level = 5;  // of both axes
  /// By likelihood and impact, 1 to 5: the open risks there, in the order of the kind's table.
  std::array<std::array<std::vector<ViewRecordId>, 6>, 6> cells;
  uint32_t placed = 0;
  uint32_t unplaced = 0;  // open, without a likelihood or an impact

  uint8_t levels() const { return static_cast<uint8_t>(last_level - first_level + 1); }
  const std::vector<ViewRecordId>& at(uint8_t likelihood, uint8_t impact) const {
    return cells[likelihood][impact];
  }
};

/// Linear in the records of the kind.
RiskGrid make_risk_grid(const Outline& outline, ViewKindId kind);

/// 1 low to 4 very high, as the program draws the line.
uint8_t band_of_cell(const ViewRiskScale& scale, uint8_t likelihood, uint8_t impact);

}  // namespace milepost
