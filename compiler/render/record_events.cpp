// Reads what happened out of the dates of records.
#include "render/record_events.h"

#include <algorithm>
#include <tuple>

#include "compose/phrases.h"

namespace milepost {

std::vector<RecordEvent> record_events(const View& view) {
  std::vector<RecordEvent> events;
  for (uint32_t i = 0; i < view.records.size(); ++i) {
    const ViewRecord& record = view.records[i];
    const ViewKind& kind = view.kind_of(record);
    const ViewFacts& facts = record.facts;
    const auto add = [&](const std::optional<Date>& day, RecordEventKind what) {
      if (day && *day <= view.program.as_of) events.push_back({*day, ViewRecordId{i}, what});
    };
    if (kind.is("status_report")) {
      if (record.phase == ViewPhase::done) add(facts.held, RecordEventKind::published);
      continue;
    }
    add(facts.decided, RecordEventKind::decided);
    if (record.phase == ViewPhase::done) {
      add(facts.finished, kind.is("milestone") ? RecordEventKind::met : RecordEventKind::finished);
    }
    add(facts.raised, RecordEventKind::raised);
  }
  std::ranges::sort(events, [&](const RecordEvent& a, const RecordEvent& b) {
    if (a.day != b.day) return a.day > b.day;
    if (a.kind != b.kind) return a.kind < b.kind;
    return natural_less(view.record(a.record).id, view.record(b.record).id);
  });
  return events;
}

std::optional<Date> last_event(const View& view, const ViewRecord& record) {
  std::optional<Date> last;
  const ViewFacts& facts = record.facts;
  for (const std::optional<Date>& day : {facts.raised, facts.started, facts.decided, facts.finished,
                                         facts.held, facts.last_reviewed}) {
    if (day && *day <= view.program.as_of && (!last || *day > *last)) last = day;
  }
  return last;
}

}  // namespace milepost
