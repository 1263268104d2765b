// What happened to the records of a program, by the dates they tell: for feeds and site maps.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "calendar/date.h"
#include "redact/view.h"

namespace milepost {

enum class RecordEventKind : uint8_t { published, decided, met, finished, raised };

struct RecordEvent {
  Date day;
  ViewRecordId record = kNoViewRecord;
  RecordEventKind kind = RecordEventKind::raised;
};

/// Decisions made, milestones met, what was finished or raised, status reports sent, up to the
/// as-of date; the newest first, then by kind and id, so the order is the same for the same View.
/// Linear but for the sorting.
std::vector<RecordEvent> record_events(const View& view);

/// The last day, up to the as-of date, on which the record says that something happened to it.
std::optional<Date> last_event(const View& view, const ViewRecord& record);

}  // namespace milepost
