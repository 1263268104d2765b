// Finds what came before and after.
#include "compose/series.h"

#include <algorithm>

#include "compose/phrases.h"

namespace milepost {
namespace {

bool is_in_series(const View& view, const ViewRecord& record) {
  const ViewKind& kind = view.kind_of(record);
  return record.facts.held && (kind.is("status_report") || kind.is("meeting"));
}

// By kind, day and id; by their place in the View where all three are the same.
struct ByTime {
  const View& view;

  bool operator()(ViewRecordId left, ViewRecordId right) const {
    const ViewRecord& a = view.record(left);
    const ViewRecord& b = view.record(right);
    if (a.kind != b.kind) return a.kind < b.kind;
    if (*a.facts.held != *b.facts.held) return *a.facts.held < *b.facts.held;
    if (natural_less(a.short_id, b.short_id)) return true;
    if (natural_less(b.short_id, a.short_id)) return false;
    return left < right;
  }
};

}  // namespace

std::vector<ViewRecordId> make_series(const View& view) {
  std::vector<ViewRecordId> series;
  for (uint32_t i = 0; i < view.records.size(); ++i) {
    if (is_in_series(view, view.records[i])) series.push_back(ViewRecordId{i});
  }
  std::ranges::sort(series, ByTime{view});
  return series;
}

Neighbours neighbours_in_series(const Outline& outline, ViewRecordId id) {
  const View& view = outline.view;
  const ViewRecord& record = view.record(id);
  Neighbours found;
  if (!is_in_series(view, record)) return found;
  const auto at = std::ranges::lower_bound(outline.series, id, ByTime{view});
  if (at == outline.series.end()) return found;
  const auto same_kind = [&](ViewRecordId other) { return view.record(other).kind == record.kind; };
  if (at != outline.series.begin() && same_kind(*(at - 1))) found.before = *(at - 1);
  if (at + 1 != outline.series.end() && same_kind(*(at + 1))) found.after = *(at + 1);
  return found;
}

}  // namespace milepost
