// Values of fields as HTML: beside a label, in a cell, as a table.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// `brief`: in a table's cell, where days have no weekday and records are their id alone.
enum class ValueForm : uint8_t { full, brief };

/// All values of a field, with commas between.
void write_values(HtmlWriter& out, PageScope& scope, const ViewField& field, ValueForm form);

/// A field whose values are objects. A list is a table: a row for each, a column for each sub-field
/// that any has. A single one is a list of facts.
void write_objects(HtmlWriter& out, PageScope& scope, const ViewField& field);

}  // namespace milepost
