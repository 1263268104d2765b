// The manual entry of one code: of a diagnostic (MP0xx-2xx, 4xx, 5xx) or of a finding (MP3xx).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"

namespace milepost {

/// Everything `milepost explain`, docs/rules.md and the rule tests need. All views are to literals.
///
/// An example is one or more files: each begins with a line `=== path`, the rest up to the next
/// such line is its content. `fails` must bring the code at least once, `passes` must not bring it.
/// Both are compiled as whole programs with as-of 2026-06-01; a program.yaml is supplied
/// (`program: Example`, start 2026-01-05) where the example has none.
struct RuleInfo {
  uint16_t code;
  std::string_view name;     // kebab-case, permanent: "unknown-reference"
  Severity severity;         // default; `rules:` in program.yaml overrides
  std::string_view summary;  // one sentence, no final full stop
  /// For findings only: the message with {0}, {1} … for its typed arguments.
  std::string_view message;
  std::string_view explanation;  // Markdown: why it matters, how to mend it, how to configure
  std::string_view fails;
  std::string_view passes;
};

/// "MP201".
std::string code_name(uint16_t code);

/// Codes that are diagnostics, in order of code. Findings are listed by check/.
std::span<const RuleInfo> diagnostic_catalog();

/// The catalog entry, or nullptr.
const RuleInfo* find_diagnostic(uint16_t code);

}  // namespace milepost
