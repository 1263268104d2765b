// Verdicts with their reasons, as the truth table writes them.
#pragma once

#include <string>

#include "spec/compile_in_memory.h"

namespace milepost::testing {

/// What is judged, a record a paragraph: verdict, distance, counts, reasons, and what was said.
/// `how` is empty, or `states` for gates, items and the last day, or a label: only what it shows.
std::string verdict_text(const StageValues& values, const std::string& how);

}  // namespace milepost::testing
