// A RecordSet as text, for `milepost dump --stage shape` and golden tests.
#pragma once

#include <string>

#include "load/source_set.h"
#include "shape/record.h"

namespace milepost {

/// Records with their fields, then pages. Stable order; one fact a line.
std::string print_records(const RecordSet& set, const SourceSet& sources);

/// One value: "date 2026-06-30", "level 4 \"slips GA\"", "ref T-31 delay 5d..15d".
std::string print_value(const RecordSet& set, KindId kind, const Field& field, const Value& value);

}  // namespace milepost
