// `**Status:** accepted`, `Owner - Asha`, `IMPACT:`: a label and what stands behind it.
#pragma once

#include <optional>
#include <string_view>

#include "shape/written.h"

namespace milepost {

struct LabelLine {
  Written label;  // without emphasis and colon
  Written value;  // trimmed, may be empty
};

/// Reads one line (a list marker in front of it is skipped). The label has at most eight words,
/// no sentence marks, and ends with a colon; what looks like a url is none.
std::optional<LabelLine> label_line(const Written& line);

/// A list marker (`-`, `*`, `+`, `1.`, `1)`) with its space at the start of `text`: its length.
std::size_t list_marker(std::string_view text);

}  // namespace milepost
