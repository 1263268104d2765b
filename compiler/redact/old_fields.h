// What of an old version was no field then, and is one now that is hidden.
#pragma once

#include <cstdint>
#include <vector>

#include "link/program.h"
#include "load/source_set.h"
#include "redact/block_of_lines.h"
#include "redact/now_labels.h"
#include "redact/redaction.h"

namespace milepost {

/// Borrows all it is given.
class OldFields {
 public:
  OldFields(const Program& then, const SourceSet& sources, const Redaction& redaction,
            const NowWall& now);

  /// Of a file whose Markdown begins at byte `body`: the sections, labels and rows that say a field
  /// by which some record in it calls something hidden now. In order and apart. Linear.
  std::vector<TextRange> cuts(FileId file, uint32_t body) const;

 private:
  const Program& then_;
  const SourceSet& sources_;
  const Redaction& redaction_;
  const NowWall& now_;
  std::vector<std::vector<const Record*>> records_;  // by file, those that are shown
};

}  // namespace milepost
