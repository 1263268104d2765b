// The body tape as HTML: our own Markdown renderer.
#pragma once

#include "compose/record_layout.h"
#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// A slice as blocks. The outermost headings of the slice get the level `top_heading` (2 to 6),
/// those below them the next one, whatever levels were written; those that scope has an anchor for
/// get their id. Iterates: depth costs memory, not stack. Linear in the slice.
void write_blocks(HtmlWriter& out, PageScope& scope, const ShownSlice& shown, int top_heading = 2);

/// A slice as a phrase, for a table cell or a fact: block structure becomes spaces.
void write_phrase(HtmlWriter& out, PageScope& scope, ViewTapeId tape, TapeSlice slice);

/// The footnotes used so far, with links back. Once, after everything else of the page.
void write_footnotes(HtmlWriter& out, PageScope& scope);

}  // namespace milepost
