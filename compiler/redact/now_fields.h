// Prose of an old version that says a field which is hidden now.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "redact/block_of_lines.h"

namespace milepost {

/// What a heading, a label or the first cell of a row says: "Mitigation" of `## Mitigation`, of
/// `- **Mitigation:** none` and of `| Mitigation | none |`; empty: it is none of them.
std::string_view said_first(std::string_view line);

/// In a body that begins at byte `body`, what stands beneath headings and behind labels whose words
/// `hides` says are hidden: a section to the next heading that is not below it; a line with those
/// that go on with it. In order and apart. Linear.
std::vector<TextRange> named_cuts(std::string_view bytes, uint32_t body,
                                  const std::function<bool(std::string_view)>& hides);

}  // namespace milepost
