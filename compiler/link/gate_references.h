// The gates and items that records name in `gates:`.
#pragma once

#include "diagnostics/diagnostic.h"
#include "link/program.h"

namespace milepost {

/// Reports names that are neither a gate or set of the library or of program.yaml nor a heading of
/// the record, and items to leave out that no gate has.
void check_gate_names(const Program& program, DiagnosticSink& sink);

}  // namespace milepost
