// The schedule as program.json has it.
#pragma once

#include "redact/view.h"
#include "text/json_writer.h"

namespace milepost {

/// Writes the value of `schedule`: nodes in the order of the records, edges, the critical path,
/// the forecast, explanations and gains, all of them empty without a schedule. `target` is the
/// milestone the schedule is reckoned to. Linear; streams.
void write_model_schedule(JsonWriter& json, const View& view);

}  // namespace milepost
