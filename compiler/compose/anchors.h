// The ids of headings and named places, numbered as they stand on a page.
#pragma once

#include <span>
#include <vector>

#include "compose/outline.h"
#include "compose/record_layout.h"

namespace milepost {

/// One for each heading, and each `a` element with an id or name, of the slices, in order. Unique
/// within the page, never a name that a script could take for part of the document. Our own ids
/// all begin with `mp:`, which none of these does. `written` is left empty. Linear in the slices.
std::vector<PageAnchor> assign_anchors(const View& view, std::span<const ShownSlice> slices);

/// Fills `written` with what the sources call each place. Linear in the tapes.
void add_written_anchors(const View& view, std::vector<PageAnchor>& anchors);

/// The value of an attribute of the element at `node` ("name=value" children), or nothing.
std::string_view element_attribute(const Tape& tape, uint32_t node, std::string_view name);

}  // namespace milepost
