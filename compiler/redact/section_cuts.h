// Sections of a body that are headed like something hidden.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "markup/tape.h"
#include "redact/block_of_lines.h"

namespace milepost {

/// What to cut out of `text`, in lines: such sections of a slice of its tape with their headings,
/// whether they gave the field or not, and the definitions of links in them. Marks of regions that
/// begin or end in one and hold something of another stay. Linear but for regions in regions.
std::vector<TextRange> section_cuts(std::string_view text, const Tape& tape, TapeSlice slice,
                                    const std::function<bool(std::string_view heading)>& hides);

}  // namespace milepost
