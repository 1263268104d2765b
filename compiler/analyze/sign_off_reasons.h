// What sign-offs have to do with the verdict.
#pragma once

#include "analyze/analysis.h"
#include "analyze/named_values.h"
#include "analyze/readiness.h"

namespace milepost {

/// Adds a reason for each required sign-off that is refused, stale, invalid or missing, or has
/// conditions. One that is missing is a condition until its own date or the target comes. Linear.
void add_sign_off_reasons(const NamedValues& values, const Analysis& analysis,
                          Readiness& readiness);

}  // namespace milepost
