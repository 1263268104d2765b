// Puts the two ends of each relation together and files the links by record.
#pragma once

#include <vector>

#include "diagnostics/diagnostic.h"
#include "link/program.h"
#include "link/references.h"

namespace milepost {

/// Fills links, links_out, incoming and links_in: one Link for each pair, type and dependency type,
/// in whatever order and at whichever end it was written. A mention is left out where a field
/// relates the two records already. Reports what is named twice and ends that disagree.
/// O(n log n).
void build_links(Program& program, std::vector<RawLink> raw, DiagnosticSink& sink);

/// Reports each cycle of every acyclic type and marks one of its links as cut, so that the rest has
/// none. O(V + E) for each cycle found, of which at most 50 of a type are reported.
void find_cycles(Program& program, DiagnosticSink& sink);

/// Reports dates that wait for each other. Linear.
void find_date_cycles(const Program& program, const std::vector<DatedValue>& dated,
                      DiagnosticSink& sink);

}  // namespace milepost
