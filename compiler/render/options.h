// Fields that hold options and fields that hold approvals.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// The options of a record in their order: name, description, what speaks for and against each,
/// which of them is recommended.
void write_options(HtmlWriter& out, PageScope& scope, const ViewRecord& record,
                   const ViewField& field);

/// Whether a field is a list of who approves or signs off.
bool is_approvals(const View& view, const ViewField& field);
/// It as a table: what each said, as a role, on which day.
void write_approvals(HtmlWriter& out, PageScope& scope, const ViewField& field);

}  // namespace milepost
