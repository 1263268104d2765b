// Parts of a Markdown text that are for one audience only: found before anything is parsed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace milepost {

/// [begin, end) is the content, `mark` where the opening mark (or its line, if it is alone there)
/// begins. Regions of one list are in order and do not overlap; one inside another is part of its
/// content.
struct AudienceRegion {
  std::string label;
  uint32_t mark = 0;
  uint32_t mark_end = 0;
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t close_end = 0;  // behind the closing mark
  bool has_line = false;   // the opening mark has a line to itself
};

/// Marks are `<!-- audience: LABEL -->` and `<!-- /audience -->`. One that is not alone on its
/// line, indented, quoted, nested, or without a partner is reported, and hides too much rather than
/// too little: an open region runs to the end. In a fence whose info string is `markdown` or `md`,
/// marks are an example. `offset` is where `text` begins in `file`.
std::vector<AudienceRegion> find_regions(std::string_view text, FileId file, uint32_t offset,
                                         DiagnosticSink& sink);

/// `text` with the regions and their marks blanked, byte for byte, so that what is parsed outside
/// knows nothing of what is inside. An empty comment where a mark had its line parts the blocks
/// around it.
std::string without_regions(std::string_view text, const std::vector<AudienceRegion>& regions);

}  // namespace milepost
