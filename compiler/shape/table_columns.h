// The headers of a Markdown table as fields of a kind.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "markup/tape.h"
#include "shape/context.h"
#include "shape/kinds.h"
#include "shape/written.h"

namespace milepost {

struct RecordTable {
  uint32_t node = 0;
  std::vector<Written> headers;  // without emphasis
};

struct RecordColumn {
  Written header;
  FieldId field = kNoField;
  FieldId second = kNoField;  // of a compound header `A / B`
};

struct TableFit {
  bool fits = false;  // at least two headers match, one of them the title or id
  std::size_t matched = 0;
};

RecordTable table_of(const FileWork& work, const Tape& tape, uint32_t node);

/// Each header's field. Of two headers of one field the one that says its name takes it; the other
/// is none (or, if both mean the title, the summary).
std::vector<RecordColumn> match_columns(const Kinds& kinds, KindId kind, const RecordTable& table);

TableFit fit_of(const Kinds& kinds, const std::vector<RecordColumn>& columns);

}  // namespace milepost
