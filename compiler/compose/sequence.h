// Reports and meetings as what they are: one after the other.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "redact/view.h"

namespace milepost {

/// What came before and after a report, or a meeting of the same series.
struct SeriesPlace {
  ViewRecordId record = kNoViewRecord;
  ViewRecordId earlier = kNoViewRecord, later = kNoViewRecord;
};

/// Of all status reports and of meetings that are held again and again ("RAID review, week 20" and
/// "RAID review, week 21" are one series), sorted by record. O(n log n).
std::vector<SeriesPlace> make_series(const View& view);

/// One or two sentences of a report: its summary field, else the first paragraph of its text, cut
/// at a sentence's end near `most` bytes. Empty if it has neither.
std::string report_summary(const View& view, const ViewRecord& report, size_t most = 200);

/// The reports of `records` that say a health, the earliest first, at most the last `most`.
std::vector<ViewRecordId> health_trend(const View& view, std::span<const ViewRecordId> records,
                                       size_t most = 26);

}  // namespace milepost
