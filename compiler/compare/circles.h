// Records that wait for each other in a circle.
#pragma once

#include <vector>

#include "redact/view.h"

namespace milepost {

/// By ViewRecordId: it waits for itself by way of others, or lies between two circles. Linear.
std::vector<bool> in_circles(const View& view);

}  // namespace milepost
