// The layout `document`: all pages of a site as parts of one.
#pragma once

#include "compose/outline.h"

namespace milepost {

/// Turns a finished outline into a document: every page becomes a part of index.html, what has no
/// place on paper (the page for wrong addresses, former names, the tree of pages) leads to where it
/// is told, and the parts are put in order: overview, charter, then for each entry of the
/// navigation its tables and the records behind them, plain pages and findings last.
void make_document(Outline& outline);

}  // namespace milepost
