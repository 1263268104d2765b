// Slip notation, everywhere the same: the old date struck, the new one, then "+6 d".
#pragma once

#include <cstdint>
#include <optional>

#include "markup/html.h"
#include "render/page_scope.h"
#include "render/parts.h"

namespace milepost {

/// "+6 d" or "−2 d" in working days, in the colour of `health`: off track and blocked bad, at risk
/// warning, earlier fine, else ink. Nothing for 0.
void write_slip_days(HtmlWriter& out, const PageScope& scope, int64_t days, ViewHealth health);

/// When an item ends: the day alone, or if it moved the day it was promised for, struck out, before
/// it, and the slip after it. Of a dated item only.
void write_finish(HtmlWriter& out, const PageScope& scope, const ViewScheduleItem& item,
                  DayForm form);

/// What `write_finish` strikes: the baseline that the slip is counted from; nothing if there is no
/// slip.
std::optional<Date> struck_date(const ViewScheduleItem& item);

}  // namespace milepost
