// What a report that a machine wrote says: results of tests, findings of a scanner, coverage.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "calendar/date.h"

namespace milepost {

enum class EvidenceFormat : uint8_t { junit, sarif, lcov, cobertura };

/// The numbers of one report. Those that its format does not tell stay 0.
struct EvidenceReport {
  EvidenceFormat format = EvidenceFormat::junit;
  uint64_t tests = 0, failures = 0, errors = 0, skipped = 0;          // junit
  uint64_t error_results = 0, warning_results = 0, note_results = 0;  // sarif, by level
  uint64_t suppressed_results = 0;  // sarif: accepted by somebody, of none of the levels
  uint64_t lines = 0, lines_hit = 0, branches = 0, branches_hit = 0;  // lcov, cobertura
  std::optional<Date> written;  // the day it says it was written on
};

/// A file that an item names as its evidence, read or refused.
struct EvidenceReading {
  bool readable = false;
  EvidenceReport report;  // if readable
  // Else what is wrong with it, in words of ours, and where (1-based; 0: the file as a whole).
  std::string problem;
  uint32_t line = 0, column = 0;
};

/// By the path of the file in the program.
using EvidenceFiles = std::unordered_map<std::string, EvidenceReading>;

}  // namespace milepost
