// What the program of an audience is told of the whole.
#pragma once

#include "analyze/whole.h"
#include "link/program.h"
#include "redact/audience.h"

namespace milepost {

/// `left` is compiled from what cut_sources() left of `program`: of each record the same one, which
/// is shown, in the same file and has its title. Linear.
Whole whole_of(const Program& program, const Analysis& analysis, const Audience& audience,
               const Program& left);

}  // namespace milepost
