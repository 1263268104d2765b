// The list of rules: one line for each file of rules/, in order of code.
#pragma once

#include <span>

#include "check/rule.h"

namespace milepost {

std::span<const Rule> all_rules();

// Each is defined in the file of rules/ that is named after it.
extern const Rule overdue_rule;

}  // namespace milepost
