// Regions of a source that an audience does not see.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "text/rewritten_text.h"
#include "text/span.h"

namespace milepost {

/// The regions in `text` whose labels are hidden, with their marks; what takes their place parts
/// the blocks around them, as where regions are read. From `body` on the file is Markdown, before
/// it YAML, whose blocks have marks as deep as they stand. Linear.
std::vector<Replacement> region_cuts(std::string_view text, FileId file, uint32_t body,
                                     const std::function<bool(std::string_view label)>& hides);

}  // namespace milepost
