// What the versions tell, on pages: when milestones were expected, and the life of a record.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// The slip chart of this page with what it shows and its table; nothing without earlier versions.
void write_slip_part(HtmlWriter& out, PageScope& scope);

/// What became of a record, version by version, the latest first, and since when it is known;
/// nothing without earlier versions. What is written changes only when the record does: it has the
/// days of versions, and nothing of this one's.
void write_record_history(HtmlWriter& out, const PageScope& scope, ViewRecordId record);

}  // namespace milepost
