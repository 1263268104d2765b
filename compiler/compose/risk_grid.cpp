// Sorts risks into a grid.
#include "compose/risk_grid.h"

namespace milepost {

RiskGrid make_risk_grid(const Outline& outline, ViewKindId kind) {
  const View& view = outline.view;
  RiskGrid grid;
  bool rated = false;
  bool three = true;
  const auto between = [](uint8_t level) { return level == 0 || (level >= 2 && level <= 4); };
  for (const RowGroup& group : outline.tables[number(kind)].groups) {
    for (const ViewRecordId id : group.rows) {
      const ViewRecord& record = view.record(id);
      const ViewFacts& facts = record.facts;
      rated = rated || facts.likelihood != 0 || facts.impact != 0;
      three = three && between(facts.likelihood) && between(facts.impact);
      if (!record.is_open()) continue;
      if (facts.likelihood == 0 || facts.impact == 0 || facts.likelihood > 5 || facts.impact > 5) {
        ++grid.unplaced;
        continue;
      }
      grid.cells[facts.likelihood][facts.impact].push_back(id);
      ++grid.placed;
    }
  }
  if (rated && three) {
    grid.first_level = 2;
    grid.last_level = 4;
  }
  return grid;
}

uint8_t band_of_cell(const ViewRiskScale& scale, uint8_t likelihood, uint8_t impact) {
  const int score = likelihood * impact;
  if (score < scale.medium) return 1;
  if (score < scale.high) return 2;
  return score < scale.very_high ? 3 : 4;
}

}  // namespace milepost
