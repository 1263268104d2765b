// The verdict in words, for the first page and the terminal.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// "Off track. General availability is forecast for Mon 22 Jun, 6 working days after the committed
/// Fri 12 Jun." The program's title if there is nothing to judge.
void write_verdict(HtmlWriter& out, const PageScope& scope);

/// "On Fri 22 May it was Tue 14 Jul.", what the version before said; nothing if there was none.
void write_verdict_before(HtmlWriter& out, const PageScope& scope);

/// The sentences under it: which date was committed to before, how likely it is, what is reported.
/// Nothing if there is nothing to say.
void write_verdict_lead(HtmlWriter& out, const PageScope& scope);

}  // namespace milepost
