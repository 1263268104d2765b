// The map of stakeholders: influence upwards, interest to the right.
#pragma once

#include "compose/outline.h"
#include "compose/stakeholders.h"
#include "markup/html.h"

namespace milepost {

/// Names as links to their records on `page`, in four fields that say what to do, with a cross of
/// the medium ones between. Empty if nobody is on the map. Its title, description and the label of
/// each name say in words what it shows; the table of the page has it all. Linear.
Html draw_stakeholder_map(const Outline& outline, uint32_t page, const StakeholderMap& map);

}  // namespace milepost
