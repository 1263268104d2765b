// Who has agreed to each change request, what was assessed, and whether it was carried out.
#pragma once

#include <vector>

#include "analyze/analysis.h"
#include "analyze/control.h"
#include "link/program.h"

namespace milepost {

/// Every change request, in record order, as far as `mask` shows them. Needs the facts and times of
/// `analysis`. A default of `change_control:` asks only for roles that somebody of the program
/// holds. Linear in the fields of changes.
std::vector<ChangeControl> read_changes(const Program& program, const Analysis& analysis,
                                        const ReadinessMask& mask);

}  // namespace milepost
