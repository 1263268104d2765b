// Status chains: what a decision replaced and what replaced it.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// For a table's cell: "D-005 → D-012, amends D-010", the record itself in bold. Nothing if it
/// neither replaced nor amended anything, nor was.
void write_chain_line(HtmlWriter& out, const PageScope& scope, ViewRecordId record);

/// For the text of the record's own page: a section with the title and status of each step, the
/// oldest first. Nothing if it replaced nothing and was not replaced.
void write_chain_section(HtmlWriter& out, const PageScope& scope, ViewRecordId record);

}  // namespace milepost
