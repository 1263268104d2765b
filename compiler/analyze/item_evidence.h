// What shows that an item holds: a record, a file, an address or words.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analyze/analysis.h"
#include "link/program.h"

namespace milepost {

struct ItemEvidence {
  EvidenceKind kind = EvidenceKind::none;
  RecordIndex record = kNoRecord;
  std::string text;  // the record's id, the file's path in the program, else as written
  bool there = false;
  std::optional<Date> expected;  // of a record that is not done

  bool proves() const { return kind == EvidenceKind::record || kind == EvidenceKind::file; }
};

/// What a value of an item's `evidence` leads to; none if `mask` hides it.
ItemEvidence evidence_in(const Program& program, const Analysis& analysis,
                         const ReadinessMask& mask, const Value& value);

/// The same of a template's evidence: an id, a path in the program, an address or words.
ItemEvidence evidence_named(const Program& program, const Analysis& analysis,
                            const ReadinessMask& mask, const std::string& text);

}  // namespace milepost
