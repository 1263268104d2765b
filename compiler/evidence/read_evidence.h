// Reads the report that a tool wrote: JUnit XML, SARIF, lcov or Cobertura XML.
#pragma once

#include <string_view>

#include "evidence/report.h"

namespace milepost {

/// The format is found in the contents; `path` only makes the message for a file of none of them
/// better. Never throws, fetches nothing, follows nothing: entities, declarations inside a DOCTYPE,
/// nesting deeper than 100 levels and counts above a million million are refused. A report is never
/// better than the worse of what it counts and what its totals say. Linear in `bytes`.
EvidenceReading read_evidence(std::string_view path, std::string_view bytes);

}  // namespace milepost
