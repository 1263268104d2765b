// Links, images and mentions in bodies: what each leads to.
#pragma once

#include <vector>

#include "diagnostics/diagnostic.h"
#include "link/ids.h"
#include "link/paths.h"
#include "link/program.h"
#include "link/references.h"
#include "load/source_set.h"

namespace milepost {

/// Fills Program::references and marks assets as used; reports broken links, anchors, images and
/// mentions, but nothing within `reported` (sorted places of fields that were). Gives the mentions
/// that records make of each other. Tapes are looked at by `jobs` threads.
std::vector<RawLink> resolve_bodies(Program& program, const SourceSet& sources, const IdTable& ids,
                                    const PathTable& paths, Suggester& suggester,
                                    const std::vector<Span>& reported, unsigned jobs,
                                    DiagnosticSink& sink);

}  // namespace milepost
