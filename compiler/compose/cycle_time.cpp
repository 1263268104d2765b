// Counts working days from raised to closed.
#include "compose/cycle_time.h"

#include <algorithm>

namespace milepost {
namespace {

template <typename Visit>
void for_each_of(const Outline& outline, ViewKindId kind, Visit&& visit) {
  for (const RowGroup& group : outline.tables[number(kind)].groups) {
    for (const ViewRecordId id : group.rows) visit(id, outline.view.record(id));
  }
}

}  // namespace

std::optional<Date> closed_on(const View& view, const ViewRecord& record, ViewRecordId id) {
  if (record.is_open()) return std::nullopt;
  if (record.facts.finished) return record.facts.finished;
  if (record.facts.decided) return record.facts.decided;
  for (const uint32_t at : view.incoming_links(id)) {
    const ViewLink& link = view.links[at];
    if (link.mention || view.link_types[link.type].name != "decides") continue;
    const ViewRecord& by = view.record(link.from);
    if (!by.is_open() && by.facts.decided) return by.facts.decided;
  }
  return std::nullopt;
}

std::optional<int64_t> cycle_days(const View& view, ViewRecordId id) {
  const ViewRecord& record = view.record(id);
  const std::optional<Date> end = closed_on(view, record, id);
  if (!end || !record.facts.raised || *end < *record.facts.raised) return std::nullopt;
  return view.working_time.between(*record.facts.raised, *end);
}

int64_t CycleTimes::mean_tenths() const {
  int64_t sum = 0;
  for (const int64_t one : days) sum += one;
  const auto count = static_cast<int64_t>(days.size());
  return count == 0 ? 0 : (sum * 10 + count / 2) / count;
}

int64_t CycleTimes::median_tenths() const {
  if (days.empty()) return 0;
  const size_t middle = days.size() / 2;
  if (days.size() % 2 == 1) return days[middle] * 10;
  return (days[middle - 1] + days[middle]) * 5;
}

uint32_t CycleTimes::within(int64_t limit) const {
  return static_cast<uint32_t>(std::ranges::lower_bound(days, limit) - days.begin());
}

CycleTimes cycle_times(const Outline& outline, ViewKindId kind) {
  CycleTimes times;
  int64_t most = -1;
  for_each_of(outline, kind, [&](ViewRecordId id, const ViewRecord& record) {
    if (record.phase != ViewPhase::done) return;
    ++times.closed;
    const std::optional<int64_t> days = cycle_days(outline.view, id);
    if (!days) return;
    times.days.push_back(*days);
    if (*days > most) {
      most = *days;
      times.slowest = id;
    }
  });
  std::ranges::sort(times.days);
  return times;
}

OpenedClosed opened_and_closed(const Outline& outline, ViewKindId kind, Date since) {
  OpenedClosed counts;
  const Date as_of = outline.view.program.as_of;
  for_each_of(outline, kind, [&](ViewRecordId id, const ViewRecord& record) {
    const std::optional<Date> raised = record.facts.raised;
    if (raised && *raised >= since && *raised <= as_of) ++counts.opened;
    const std::optional<Date> closed = closed_on(outline.view, record, id);
    if (closed && *closed >= since && *closed <= as_of) ++counts.closed;
  });
  return counts;
}

}  // namespace milepost
