// The kinds of a program: those built in, and what program.yaml adds to them.
#pragma once

#include <memory>

#include "diagnostics/diagnostic.h"
#include "parse/yaml_tree.h"
#include "shape/kinds.h"

namespace milepost {

/// Those of compiler/shape/kinds.yaml, compiled at the first call; any thread may call it.
std::shared_ptr<const Kinds> builtin_kinds();

/// With the `kinds:` of `program` (the tree of program.yaml, may be empty). A definition with a
/// mistake is reported (MP140 to MP159) and taken as far as it can be understood. The result
/// borrows nothing. Without `kinds:` it is builtin_kinds() itself.
std::shared_ptr<const Kinds> compile_kinds(const YamlTree& program, DiagnosticSink& sink);

}  // namespace milepost
