// The sink: collects under a lock, sorts once at the end.
#include "diagnostics/diagnostic.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace milepost {

void DiagnosticSink::report(Diagnostic diagnostic) {
  const std::lock_guard lock(mutex_);
  diagnostics_.push_back(std::move(diagnostic));
}

std::vector<Diagnostic> DiagnosticSink::take_sorted() {
  const std::lock_guard lock(mutex_);
  std::vector<Diagnostic> result = std::move(diagnostics_);
  diagnostics_.clear();
  const auto key = [](const Diagnostic& d) {
    return std::tie(d.span.file, d.span.begin, d.code, d.message, d.span.end);
  };
  std::sort(result.begin(), result.end(),
            [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  return result;
}

bool DiagnosticSink::has_error() const {
  const std::lock_guard lock(mutex_);
  return std::any_of(diagnostics_.begin(), diagnostics_.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

}  // namespace milepost
