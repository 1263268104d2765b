// Names of what a sign-off covers: "REL-1.target".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "link/program.h"

namespace milepost {

/// "REL-1.target" in two; without a record the first is empty. Borrows.
struct CoverWords {
  std::string_view record, field;
};
CoverWords split_cover(std::string_view what);

/// The field that `word` names in `record`, by any of its words, or `items` for its items; nothing
/// if the kind has none.
std::optional<std::string> covered_field(const Program& program, RecordIndex record,
                                         std::string_view word);

}  // namespace milepost
