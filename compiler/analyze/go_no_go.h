// What a go/no-go meeting said, as a release records it.
#pragma once

#include "analyze/named_values.h"
#include "analyze/readiness.h"

namespace milepost {

/// Fills `said` of `readiness` from its record, but for `overrides`, which needs the verdict.
void read_go_no_go(const NamedValues& values, Readiness& readiness, const WorkingTime& time);

}  // namespace milepost
