// Turns definitions of kinds into Kinds.
#pragma once

#include <memory>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "shape/kind_definitions.h"
#include "shape/kinds.h"

namespace milepost {

/// The kinds of `library`, in its order, then the new ones of `own`. A definition of `own` whose
/// name the library has adds to that kind. Mistakes of `own` are reported; the result borrows
/// nothing.
std::shared_ptr<const Kinds> compile_definitions(const KindDefinitions& library,
                                                 const std::vector<KindDefinition>& own,
                                                 DiagnosticSink& sink);

}  // namespace milepost
