// Finds words in prose that may be ids.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "link/ids.h"

namespace milepost {

/// A place in a text that is an id of the program, or has the form of one.
struct MentionWord {
  uint32_t offset = 0;
  uint32_t length = 0;
  RecordIndex record = kNoRecord;  // kNoRecord: a known prefix and a number that nothing has
};

/// The next mention at or after byte `from` of `text`, which stands in `file` and is read by
/// those who may read `reader`; length 0 at the end.
/// Ids have a digit (`R-007`, `CIP-30` for CIP-0030, `R1` in the file that has it) or a capital and
/// a hyphen (`M-GA`); they end where letters, digits and joined parts end. One pass, no allocation
/// but for words that have a digit.
MentionWord next_mention(std::string_view text, std::size_t from, FileId file, LabelIndex reader,
                         const IdTable& ids);

}  // namespace milepost
