// The heat map of a risk log: likelihood upwards, impact to the right.
#pragma once

#include "compose/outline.h"
#include "markup/html.h"

namespace milepost {

/// Open risks of `kind` as links that filter its table on the same `page`, and without scripts lead
/// to it. Empty if none has both a likelihood and an impact. Its title, description and the label
/// of each cell say in words what it shows; the table has it all. Linear in the risks.
Html draw_heat_map(const Outline& outline, uint32_t page, ViewKindId kind);

}  // namespace milepost
