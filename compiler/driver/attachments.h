// Which attachments may be published: their bytes are looked at here, once, before anything is
// written.
#pragma once

#include <set>
#include <string>

#include "diagnostics/diagnostic.h"
#include "files/source_tree.h"
#include "link/program.h"
#include "load/source_set.h"

namespace milepost {

/// Paths of attachments that something refers to and that are not published: pictures that could
/// run a script (MP505), files over the limit (MP506). Each is reported. Reads the SVG files among
/// them, nothing else.
std::set<std::string> refuse_attachments(const SourceTree& tree, const SourceSet& sources,
                                         const Program& program, DiagnosticSink& sink);

}  // namespace milepost
