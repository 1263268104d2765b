// What the trials of the forecast say, and what the figures of the schedule mean.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// Between which days the target lies, and a table of what decides it: how often each item was on
/// the longest path and how strongly it moves the date. One sentence if nothing is uncertain.
void write_forecast_part(HtmlWriter& out, PageScope& scope);

/// What finishing single steps earlier would give back.
void write_gains_part(HtmlWriter& out, const PageScope& scope);

/// A definition of each figure.
void write_figure_meanings(HtmlWriter& out, const PageScope& scope);

}  // namespace milepost
