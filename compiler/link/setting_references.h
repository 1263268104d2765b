// What program.yaml names of the records: `target:` and the ids of `baseline:`.
#pragma once

#include "diagnostics/diagnostic.h"
#include "link/ids.h"
#include "link/program.h"
#include "link/suggest.h"

namespace milepost {

/// Fills Program::target and puts the record's id in each of Settings::baseline (none where no
/// record has it, or one that takes no place in a plan). Reports MP201 and MP209.
void resolve_settings(Program& program, const IdTable& ids, Suggester& suggester,
                      DiagnosticSink& sink);

}  // namespace milepost
