// Visibility labels: which there are, and which each record and page has.
#pragma once

#include <vector>

#include "diagnostics/diagnostic.h"
#include "link/program.h"

namespace milepost {

/// Fills Program::labels, record_labels and page_labels and reports labels that are none, in
/// records, pages, regions and program.yaml. Linear in records and tape nodes.
void resolve_labels(Program& program, DiagnosticSink& sink);

/// Which labels every reader of a label may read too: a reference by title may only find those, so
/// that what is hidden from a reader never changes what he is shown.
class LabelFence {
 public:
  explicit LabelFence(const Program& program);
  /// True if whoever may read `from` may read `what`.
  bool open(LabelIndex what, LabelIndex from) const {
    return open_[static_cast<std::size_t>(from) * count_ + static_cast<std::size_t>(what)];
  }

 private:
  std::size_t count_;
  std::vector<bool> open_;
};

}  // namespace milepost
