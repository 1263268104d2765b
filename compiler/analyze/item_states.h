// How each item and gate of a release stands.
#pragma once

#include "analyze/analysis.h"
#include "analyze/named_values.h"
#include "analyze/readiness.h"

namespace milepost {

/// Fills the states and counts of items and gates, and adds a reason for each required item that
/// does not hold, and for a waiver that has run out or will before the target. Items, waivers and
/// target have to be there. Linear.
void judge_items(const NamedValues& values, const Analysis& analysis, Readiness& readiness);

}  // namespace milepost
