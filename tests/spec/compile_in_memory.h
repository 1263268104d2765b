// Compiles files that exist only in a test, and gives what was said about them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diagnostics/report.h"
#include "driver/run_report.h"
#include "driver/stages.h"
#include "files/source_tree.h"
#include "text/source_text.h"

namespace milepost::testing {

inline constexpr uint16_t kNoCode = 0xFFFF;

using Files = std::vector<std::pair<std::string, std::string>>;

/// The values of a run over `files` and its report. As of 2026-06-01; a program.yaml with a start
/// is supplied where there is none.
struct Compiled {
  StageValues values;
  Report report;
  std::vector<SourceText> theme;  // its files, numbered after the sources

  /// "risks.yaml:3:5: error[MP201]: message", one an item of at least this severity and a code
  /// below `below`.
  std::vector<std::string> lines(Severity least = Severity::note, uint16_t below = kNoCode) const;
  bool has(uint16_t code) const;
};

void compile(const Files& files, Compiled& compiled, Stage last = Stage::check);

}  // namespace milepost::testing
