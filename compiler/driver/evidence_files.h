// Reads the reports that items name as their evidence.
#pragma once

#include "evidence/report.h"
#include "files/source_tree.h"
#include "link/program.h"
#include "load/source_set.h"

namespace milepost {

/// By path: every file of the program that an item of `gates:`, `acceptance:` or a check list
/// names as its evidence and whose name says that it may be a report (.xml, .sarif, .json, .info,
/// .lcov). Each is read once, up to `evidence_bytes`, all of them up to `evidence_total_bytes`;
/// what cannot be read has its problem. Linear in the items and in what is read.
EvidenceFiles read_evidence_files(const SourceTree& tree, const SourceSet& sources,
                                  const Program& program);

}  // namespace milepost
