// Finds the records of the whole.
#include "redact/whole_of.h"

#include <unordered_map>
#include <vector>

#include "redact/forget_dates.h"
#include "redact/redaction.h"

namespace milepost {
namespace {

uint64_t place_key(FileId file, uint32_t at) {
  return (static_cast<uint64_t>(file) << 32) | at;
}

}  // namespace

Whole whole_of(const Program& program, const Analysis& analysis, const Audience& audience,
               const CutSources& cut, Program& left) {
  const Redaction redaction(program, audience);
  Whole made{&program, &analysis, {}, {}};
  const std::vector<bool> without_dates = kinds_without_dates(program, redaction);
  std::unordered_map<uint64_t, RecordIndex> by_place;
  by_place.reserve(program.set.records.size());
  for (uint32_t i = 0; i < program.set.records.size(); ++i) {
    const Span span = program.set.records[i].span;
    if (span.is_place()) by_place.emplace(place_key(span.file, span.begin), RecordIndex{i});
  }
  made.record.reserve(left.set.records.size());
  for (uint32_t i = 0; i < left.set.records.size(); ++i) {
    const Record& record = left.set.records[i];
    RecordIndex found = kNoRecord;
    if (record.span.is_place()) {
      const auto at = by_place.find(place_key(record.span.file, cut.original(record.span)));
      if (at != by_place.end()) found = at->second;
    }
    // The first key of an entry may have been cut: then it begins further on.
    if (found == kNoRecord && record.id_origin != IdOrigin::generated) {
      found = program.find(record.id);
      if (found != kNoRecord && program.record(found).span.file != record.span.file) {
        found = kNoRecord;
      }
    }
    if (found != kNoRecord && !redaction.shows(found)) {
      left.record_labels[i] = program.label_of(found);
      found = kNoRecord;
    }
    made.record.push_back(found);
    made.tells_date.push_back(found != kNoRecord &&
                              !without_dates[static_cast<size_t>(program.record(found).kind)]);
  }
  return made;
}

}  // namespace milepost
