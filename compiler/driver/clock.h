// The only reading of the clock.
#pragma once

#include "calendar/datetime.h"

namespace milepost {

DateTime clock_now();

}  // namespace milepost
