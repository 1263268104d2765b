// The ledger: a slip as a sum that adds up, and what else explains a date.
#pragma once

#include <cstddef>

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// A line for each part of the slip: its days, what happened with the old day struck and the new
/// one, its id, who answers for it and what tells why; the sum under a rule. Of more than `most`
/// parts the later ones fold away. Nothing for an explanation without parts.
void write_ledger(HtmlWriter& out, const PageScope& scope, const ViewExplanation& why,
                  size_t most = 12);

/// Under a ledger: what has how much float, whose report is rosier than the facts, how much of the
/// path is estimated. Nothing if there is nothing to say.
void write_explanation_notes(HtmlWriter& out, const PageScope& scope, const ViewExplanation& why);

/// All that explains a milestone or release, without a heading: the chain in words if `chain`, the
/// ledger, the notes.
void write_why(HtmlWriter& out, const PageScope& scope, const ViewExplanation& why,
               bool chain = true);

/// The same as a part of a page, its heading an h2: "Why GA is Tue 14 Jul".
void write_explanation(HtmlWriter& out, const PageScope& scope, const ViewExplanation& why,
                       bool chain = true);

/// One fold for each milestone explained but `except`: name, date, slip, then write_why. At most
/// `most`; nothing if there is none.
void write_explanation_folds(HtmlWriter& out, const PageScope& scope, ViewRecordId except,
                             size_t most);

}  // namespace milepost
