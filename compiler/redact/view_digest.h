// A name for all that a View holds.
#pragma once

#include <string>

#include "redact/view.h"

namespace milepost {

/// SHA-256 of everything in a View, as 64 hex digits: pages that are made of two Views with one
/// digest, by the same program and theme, are the same. The code of a rule stands for the rule.
/// What was cut out of the sources does not show in it. Linear in the View.
std::string view_digest(const View& view);

}  // namespace milepost
