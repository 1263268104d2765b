// What a record says, as hashes of its parts: two versions of it are compared without their words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "shape/record.h"

namespace milepost {

/// A field, or `title`, `body`, `checks`, or a key that no field has. What is only written in
/// another way has the same meaning.
struct MeaningPart {
  uint64_t name = 0;     // of what it is
  uint64_t meaning = 0;  // of what it says
  /// A date, level, number or word of a list: it names nothing else, so that it tells nothing of
  /// what it does not say itself.
  bool typed = false;
  std::string_view label;  // of the field; empty: that of its record
};

/// The name of a part.
uint64_t part_named(std::string_view name);

/// Sorted by name, each once; what is not there has no part. Before anything is linked: a reference
/// that is written in another way counts as another one. Borrows `set`. Linear in the record.
std::vector<MeaningPart> meaning_of(const RecordSet& set, const Record& record);

/// The label of the record: its own, else that of its status or kind, else internal.
std::string_view label_of(const RecordSet& set, const Record& record);

}  // namespace milepost
