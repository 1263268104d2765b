// What an entry of YAML says, as a part of its file.
#pragma once

#include "redact/block_of_lines.h"
#include "shape/record.h"

namespace milepost {

/// From the first to the last of its keys and values; the key that it has its id from stands above
/// it. Linear in the record.
TextRange words_of(const Record& record);

}  // namespace milepost
