// The entry of link/: ids, references, people, links between files and mentions resolved.
#pragma once

#include "diagnostics/diagnostic.h"
#include "link/program.h"
#include "load/source_set.h"

namespace milepost {

struct LinkOptions {
  unsigned jobs = 1;  // threads; the result is the same for any number
};

/// Total: what does not resolve is reported (MP201-MP249) and stays text. Records with an id that
/// another record has are given one of their own, so that ids are unique in the result. Linear in
/// the size of the set but for a sort of the links. The result borrows `sources`.
Program link_program(RecordSet&& set, const SourceSet& sources, const LinkOptions& options,
                     DiagnosticSink& sink);

}  // namespace milepost
