// Readiness as program.json has it.
#pragma once

#include "redact/view.h"
#include "text/json_writer.h"

namespace milepost {

/// Writes the value of `releases`, in the order of the records, or of `acceptance`: milestones and
/// dependencies that have items. Linear; streams.
void write_model_releases(JsonWriter& json, const View& view);
void write_model_acceptance(JsonWriter& json, const View& view);

}  // namespace milepost
