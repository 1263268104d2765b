// The trends of metrics, on their own pages and on that of their kind.
#pragma once

#include "markup/html.h"
#include "render/page_scope.h"

namespace milepost {

/// The chart of a metric with what its marks mean; nothing for a record that has none.
void write_trend(HtmlWriter& out, const PageScope& scope, ViewRecordId metric);

inline constexpr size_t kMostTrends = 24;

/// The charts of the open metrics of a kind, at most kMostTrends: the table under them has all.
/// Nothing if none has one.
void write_trends(HtmlWriter& out, const PageScope& scope, ViewKindId kind);

}  // namespace milepost
