// Why each milestone is when it is: a slip as a sum along the chain that drives it.
#pragma once

#include <span>

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

/// Fills Schedule::explanations and gains of `analysis`. Needs its dates and, for `contradicted`,
/// the computed health of its items. Linear but for the chains (at most 100 items each) and for
/// what each milestone rests on, of which it looks at five million relations at most.
void explain_schedule(const Program& program, Analysis& analysis);

/// The issue, incident, risk come true, change or blocker linked to any of `records` that tells why
/// they are late: in this order, open ones first, then the one raised last. kNoRecord if there is
/// none.
RecordIndex reason_of(const Program& program, const Analysis& analysis,
                      std::span<const RecordIndex> records);

}  // namespace milepost
