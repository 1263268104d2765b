// The shapes of state inside a drawing: those that style.css has for pages, as paths.
#pragma once

#include <cstdint>

#include "compose/plan_state.h"
#include "markup/html.h"

namespace milepost {

/// 15 px wide and high, with its corner at `x`, `y`; its class says the state to the style sheet.
void write_state_mark(HtmlWriter& out, StateShape shape, int32_t x, int32_t y);

}  // namespace milepost
