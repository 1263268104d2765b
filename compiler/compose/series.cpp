// Finds what came before and after.
#include "compose/series.h"

#include "compose/phrases.h"

namespace milepost {
namespace {

bool is_earlier(const ViewRecord& a, const ViewRecord& b) {
  if (*a.facts.held != *b.facts.held) return *a.facts.held < *b.facts.held;
  return natural_less(a.short_id, b.short_id);
}

}  // namespace

Neighbours neighbours_in_series(const Outline& outline, ViewRecordId id) {
  Neighbours found;
  const View& view = outline.view;
  const ViewRecord& record = view.record(id);
  const ViewKind& kind = view.kind_of(record);
  if (!record.facts.held || !(kind.is("status_report") || kind.is("meeting"))) return found;
  for (const RowGroup& group : outline.tables[number(record.kind)].groups) {
    for (const ViewRecordId other : group.rows) {
      const ViewRecord& candidate = view.record(other);
      if (!candidate.facts.held) continue;
      if (is_earlier(candidate, record)) {
        if (found.before == kNoViewRecord || is_earlier(view.record(found.before), candidate)) {
          found.before = other;
        }
      } else if (is_earlier(record, candidate)) {
        if (found.after == kNoViewRecord || is_earlier(candidate, view.record(found.after))) {
          found.after = other;
        }
      }
    }
  }
  return found;
}

}  // namespace milepost
