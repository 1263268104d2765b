// What of a report concerns an audience.
#pragma once

#include <span>
#include <vector>

#include "link/program.h"
#include "load/source_set.h"
#include "redact/audience.h"

namespace milepost {

/// For the author's terminal: whether a place is in something that one of the audiences is shown.
/// What has no place, and what stands in program.yaml or in a file that gave nothing, concerns
/// everybody.
class Concerns {
 public:
  Concerns(const Program& program, const SourceSet& sources, std::span<const Audience> audiences);

  bool place(Span span) const;
  bool record(RecordIndex record) const { return records_[static_cast<size_t>(record)]; }

 private:
  std::vector<bool> files_;                // hidden from all of them as a whole
  std::vector<bool> records_;              // shown to one of them
  std::vector<std::vector<Span>> hidden_;  // from all of them, by file, sorted
};

}  // namespace milepost
