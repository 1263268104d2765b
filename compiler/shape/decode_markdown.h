// Values that were written as Markdown: cells, sections, list items.
#pragma once

#include <vector>

#include "markup/tape.h"
#include "shape/decode.h"

namespace milepost {

/// Markdown of the file's own body: a run of inlines (a cell) or of blocks (a section).
struct BodyPart {
  const Tape* tape = nullptr;
  uint32_t index = 0;  // of the tape in the RecordSet
  TapeSlice slice;
};

/// Reads `part`, whose source is `written`, as a value of `field`.
void decode_body(Decoding& d, const Field& field, const Written& written, const BodyPart& part,
                 std::vector<Value>& values);

/// A list or table of the body as the tree that YAML would have given: items in a sequence (or, if
/// `as_mapping`, its `label: value` items as entries), rows as mappings by header.
YamlTree tree_of_block(const FileWork& work, const Tape& tape, uint32_t node, bool as_mapping);

/// True if decode_body takes all of the blocks in `part`; the rest of a section that it does not
/// take has to stay in the body.
bool takes_all(const Field& field, const BodyPart& part);

}  // namespace milepost
