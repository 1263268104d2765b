// Sign-offs of a release, and whether what they cover is still what was signed.
#pragma once

#include "analyze/analysis.h"
#include "analyze/readiness.h"
#include "link/program.h"

namespace milepost {

/// Fills `sign_offs` of `readiness` for its record; its gates and items have to be there, since a
/// sign-off may cover the required items. Linear in what is covered.
void read_sign_offs(const Program& program, const Analysis& analysis, const ReadinessMask& mask,
                    Readiness& readiness);

}  // namespace milepost
