// Finds the newest status report.
#include "analyze/newest_report.h"

#include <optional>

namespace milepost {

RecordIndex newest_report(const Program& program, const Analysis& analysis,
                          const std::function<bool(RecordIndex)>& sees) {
  const KindId kind = program.kinds().find_kind("status_report");
  if (kind == kNoKind) return kNoRecord;
  RecordIndex found = kNoRecord;
  std::optional<Date> newest;
  for (uint32_t i = 0; i < analysis.facts.size(); ++i) {
    if (!program.kinds().is(program.set.records[i].kind, kind) || !sees(RecordIndex{i})) continue;
    const RecordFacts& facts = analysis.facts[i];
    std::optional<Date> date = facts.held;
    for (const std::optional<Date>& other : {facts.raised, facts.due, facts.finished}) {
      if (!date) date = other;
    }
    if (date && *date > analysis.as_of) continue;
    if (facts.phase == Phase::waiting || facts.phase == Phase::dropped) continue;
    const bool newer = found == kNoRecord || !newest || (date && *date >= *newest);
    if (!newer || (newest && !date)) continue;
    newest = date;
    found = RecordIndex{i};
  }
  return found;
}

}  // namespace milepost
