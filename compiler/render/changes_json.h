// Changes of records as JSON: a part of program.json and of `milepost diff --format json`.
#pragma once

#include "compare/changes.h"
#include "redact/view.h"
#include "text/json_writer.h"

namespace milepost {

/// An array: each record that changed, with its verb and fields. `after` is the later View.
void write_record_changes(JsonWriter& json, const Changes& changes, const View& after);

}  // namespace milepost
