// Compares records with what the last commit says of them.
#include "analyze/ages.h"

#include <algorithm>

#include "analyze/meaning.h"

namespace milepost {
namespace {

bool differs(const Program& program, const Record& record, const Lifelines& lifelines,
             const Lifeline& line) {
  size_t known = 0;
  for (const MeaningPart& part : meaning_of(program.set, record)) {
    if (lifelines.typed_only && !part.typed) continue;
    const auto at =
        std::ranges::lower_bound(line.said, part.name, {}, &std::pair<uint64_t, uint64_t>::first);
    if (at == line.said.end() || at->first != part.name) {
      // Of a program that was cut it may be that what stood there may not be told.
      if (!lifelines.typed_only) return true;
      continue;
    }
    if (at->second != part.meaning) return true;
    ++known;
  }
  return !lifelines.typed_only && known != line.said.size();
}

}  // namespace

std::vector<RecordAge> ages_of(const Program& program, const Lifelines& lifelines, Date as_of) {
  std::vector<RecordAge> ages;
  ages.reserve(program.set.records.size());
  for (const Record& record : program.set.records) {
    RecordAge& age = ages.emplace_back();
    const auto at = lifelines.records.find(record.id);
    if (at == lifelines.records.end()) {
      if (lifelines.before_commit) age.first_seen = as_of;
      continue;
    }
    age = {at->second.first_seen, at->second.last_changed};
    if (lifelines.before_commit && differs(program, record, lifelines, at->second)) {
      age.last_changed = as_of;
    }
    if (age.first_seen) age.first_seen = std::min(*age.first_seen, as_of);
    if (age.last_changed) age.last_changed = std::min(*age.last_changed, as_of);
  }
  return ages;
}

std::optional<Date> looked_at(const Analysis& analysis, RecordIndex record) {
  std::optional<Date> last = analysis.of(record).last_reviewed;
  if (analysis.ages.empty()) return last;
  const std::optional<Date>& changed = analysis.ages[static_cast<uint32_t>(record)].last_changed;
  return changed && (!last || *last < *changed) ? changed : last;
}

std::optional<Date> known_since(const Analysis& analysis, RecordIndex record,
                                std::optional<Date> said) {
  if (said || analysis.ages.empty()) return said;
  return analysis.ages[static_cast<uint32_t>(record)].first_seen;
}

}  // namespace milepost
