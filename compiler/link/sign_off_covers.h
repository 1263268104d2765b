// What sign-offs cover: which record each names, and whether it has such a field.
#pragma once

#include "diagnostics/diagnostic.h"
#include "link/ids.h"
#include "link/program.h"
#include "link/suggest.h"

namespace milepost {

/// Fills Program::resolved for `what` of every `covers:`; references have to be resolved. Reports
/// MP201 for a record that nobody has and MP242 for a field that the record cannot have. Linear in
/// the sign-offs.
void resolve_covers(Program& program, const IdTable& ids, Suggester& suggester,
                    DiagnosticSink& sink);

}  // namespace milepost
