// The links of a record, both ways, in words.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// A heading and a list for each meaning, what somebody meant before what is merely mentioned, then
/// the plain pages that name the record. Nothing if there is none. Of a long list the beginning is
/// seen and the rest unfolds.
void write_record_links(HtmlWriter& out, PageScope& scope, ViewRecordId id);

}  // namespace milepost
