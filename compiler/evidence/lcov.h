// lcov: the coverage of lines and branches, line by line, as lcov, geninfo, c8, cargo-llvm-cov and
// others write it.
#pragma once

#include <string_view>

#include "evidence/report.h"

namespace milepost {

/// True if the text begins like one.
bool looks_like_lcov(std::string_view bytes);

/// A line counts once, whatever number of sections have it: it is covered if one of them says so.
/// Sections without lines count with their totals. Costs the sorting of the lines.
EvidenceReading read_lcov(std::string_view bytes);

}  // namespace milepost
