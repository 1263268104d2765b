// The facts of its period on the page of a status report.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// What the records say of the period of a report that does not keep its facts: all of it if the
/// period runs now, else what dates prove. Nothing for other records, and if there is nothing to
/// tell.
void write_report_facts(HtmlWriter& out, const PageScope& scope, ViewRecordId report);

}  // namespace milepost
