// What is looked at after a launch: figures against targets, the review, the hand-over.
#pragma once

#include "analyze/analysis.h"
#include "analyze/named_values.h"
#include "analyze/readiness.h"

namespace milepost {

/// Fills `after` of a release from `post_launch:` and `success_metrics:`. A measure that names a
/// metric record takes target and direction from it where it says none itself, and once the release
/// has gone out its newest reading since.
void read_post_launch(const NamedValues& values, const Analysis& analysis, Readiness& readiness);

/// Whether a figure keeps its target (`< 1 %`, `>= 99.9%`, `20`): 1 yes, 0 no, -1 not comparable.
/// A target without a sign is a least if `up`, a most if `down`, else not comparable.
int keeps_target(std::string_view result, std::string_view target, bool up, bool down);

}  // namespace milepost
