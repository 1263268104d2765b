// The body tape as HTML: our own Markdown renderer.
#pragma once

#include "compose/record_layout.h"
#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// A slice as blocks. Headings are shifted so that the highest of the slice is an <h2>; those in
/// scope.anchors get their id. Iterates: depth costs memory, not stack. Linear in the slice.
void write_blocks(HtmlWriter& out, PageScope& scope, const ShownSlice& shown);

/// A slice as a phrase, for a table cell or a fact: block structure becomes spaces.
void write_phrase(HtmlWriter& out, PageScope& scope, ViewTapeId tape, TapeSlice slice);

/// The footnotes used so far, with links back. Once, after everything else of the page.
void write_footnotes(HtmlWriter& out, PageScope& scope);

}  // namespace milepost
