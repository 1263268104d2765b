// What the program of an audience is told of the whole.
#pragma once

#include "analyze/whole.h"
#include "link/program.h"
#include "redact/audience.h"
#include "redact/cut_sources.h"

namespace milepost {

/// `left` is compiled from what `cut` left of `program`: of each record the same one, which is
/// shown and was written there, else has that id in that file. What is hidden and left all the same
/// has its label in `left`, too, from then on: it is masked. Linear.
Whole whole_of(const Program& program, const Analysis& analysis, const Audience& audience,
               const CutSources& cut, Program& left);

}  // namespace milepost
