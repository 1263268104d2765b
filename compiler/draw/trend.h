// The trend of a metric: its readings against its plan and target.
#pragma once

#include "compose/outline.h"
#include "markup/html.h"

namespace milepost {

/// One chart for the page of the metric and that of its kind: it has no links. Ink is what was
/// read, dashes what was planned, a hairline the target. Its description has the numbers in words;
/// the tables of readings and plan on the record's page are what it stands for. Empty for a record
/// without two readings, or one and a plan. Linear in the readings.
Html draw_trend(const Outline& outline, ViewRecordId metric);

}  // namespace milepost
