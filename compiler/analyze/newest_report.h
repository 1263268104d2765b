// Which status report speaks for the program.
#pragma once

#include <functional>

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

/// The newest report that is not of the future and is published, of those that `sees` lets through;
/// of two of one day the later one. kNoRecord if there is none. Needs the facts alone. Linear.
RecordIndex newest_report(const Program& program, const Analysis& analysis,
                          const std::function<bool(RecordIndex)>& sees);

}  // namespace milepost
