// How the figures of a program went from version to version, as data.
#pragma once

#include "compose/outline.h"
#include "text/json_writer.h"

namespace milepost {

/// Writes the member `trends` as docs/program.schema.json says, if there are two versions or more:
/// what the page of trends is drawn from, and no figure that the audience is not told. Of days and
/// of readiness a version is told only if it says something else than the one before. Linear in the
/// versions and what they hold.
void write_trends(JsonWriter& json, const Outline& outline);

}  // namespace milepost
