// A site of four records with a schedule made by hand, for tests of what is said of a schedule.
#pragma once

#include <utility>

#include "compose/compose.h"
#include "unit/compose/viewed.h"

namespace milepost {

/// GA is committed for Fri 12 Jun 2026 and forecast for Mon 22 Jun, six working days later: four by
/// DEP-1, two by T-1. T-2 has eight days of float. As of Mon 1 June.
View planned_view();

/// With a forecast of 1,000 trials: Thu 18 Jun to Wed 1 Jul, and a chance of 41 %.
View forecast_view(bool indicative);

Outline site_of(View view);

}  // namespace milepost
