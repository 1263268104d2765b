// What a stage says about the files: a Diagnostic, and the sink that takes it.
#pragma once

#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "text/span.h"

namespace milepost {

enum class Severity : uint8_t { off, note, warning, error };

/// A second place that a diagnostic or finding speaks of ("first defined here").
struct Related {
  Span span;
  std::string message;
};

/// A problem of the files. `code` is the number in `MP201`; its name, default severity and manual
/// page are in the catalog (rule.h). `message` says what was found, with quoted input in backticks
/// and no final full stop; `help` says how to mend it (may be empty only for notes).
/// A default Span means "no place" (for example a missing program.yaml).
struct Diagnostic {
  uint16_t code = 0;
  Severity severity = Severity::error;
  Span span;
  std::string message;
  std::string help;
  std::vector<Related> related;
};

/// Takes diagnostics from any thread, in any order; `take_sorted` gives them in the order
/// that printers use: file, begin, code, message. Files compare by their number, which load
/// gives out in path order.
class DiagnosticSink {
 public:
  void report(Diagnostic diagnostic);
  std::vector<Diagnostic> take_sorted();
  /// True if anything of severity error was reported so far.
  bool has_error() const;

 private:
  mutable std::mutex mutex_;
  std::vector<Diagnostic> diagnostics_;
};

}  // namespace milepost
