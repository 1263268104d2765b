// Puts the two ends of each relation together and files the links by record.
#pragma once

#include <vector>

#include "diagnostics/diagnostic.h"
#include "link/program.h"

namespace milepost {

/// Fills raw_links, links, links_out, incoming and links_in: one Link for each pair, type and
/// dependency type, in whatever order and at whichever end it was written. A mention is left out
/// where a field relates the two records already. Reports what is named twice and ends that
/// disagree. O(n log n).
void build_links(Program& program, std::vector<RawLink> raw, DiagnosticSink& sink);

/// The same of some of the raw links, as if the others were not written, and without circles
/// (find_cycles()). `some` says which, by their number. raw_links stay.
void build_links_of(Program& program, const std::vector<bool>& some);

/// Reports each cycle of every acyclic type and marks one of its links as cut, so that the rest has
/// none. O(V + E) for each cycle found, of which at most 50 of a type are reported.
void find_cycles(Program& program, DiagnosticSink& sink);

}  // namespace milepost
