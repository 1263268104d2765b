// Compares all records of two Views.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "compare/field_changes.h"
#include "compare/record_change.h"
#include "compare/record_match.h"
#include "compare/record_verb.h"
#include "text/natural_order.h"

namespace milepost {
namespace {

RecordChange subject(const View& view, const ViewRecord& record) {
  RecordChange change;
  change.id = record.id;
  change.shown_id = record.short_id;
  change.title = record.title;
  change.kind = view.kind_of(record).name;
  change.kind_label = view.kind_of(record).label;
  return change;
}

const std::string* file_of(const View& view, const ViewRecord& record) {
  return record.source.line == 0 ? nullptr : &view.files[record.source.file];
}

}  // namespace

std::vector<RecordChange> record_changes(const View& before, const View& after,
                                         const ChangeWords& words) {
  const RecordMatch match(before, after);
  const Meanings meanings(before, after, match);
  std::vector<RecordChange> changes;
  for (uint32_t i = 0; i < after.records.size(); ++i) {
    const ViewRecordId id{i};
    const ViewRecordId former = match.before(id);
    if (former == kNoViewRecord) {
      RecordChange& change = changes.emplace_back(subject(after, after.record(id)));
      change.fate = RecordFate::added;
      change.verb = RecordVerb::opened;
      change.after = id;
      continue;
    }
    std::vector<FieldChange> fields = field_changes(meanings, words, former, id);
    const VerbOfRecord event = event_of(meanings, former, id, fields);
    const bool happened =
        event.verb == RecordVerb::came_true || event.verb == RecordVerb::escalated;
    if (fields.empty() && !happened) continue;
    const ViewRecord& was = before.record(former);
    const ViewRecord& now = after.record(id);
    RecordChange& change = changes.emplace_back(subject(after, now));
    if (was.id != now.id) change.old_id = was.id;
    change.verb = event.verb;
    change.other = event.other;
    change.before = former;
    change.after = id;
    const std::string* was_file = file_of(before, was);
    const std::string* now_file = file_of(after, now);
    if (was_file != nullptr && now_file != nullptr && *was_file != *now_file) {
      change.was_file = *was_file;
      change.now_file = *now_file;
    }
    change.fields = std::move(fields);
  }
  for (uint32_t i = 0; i < before.records.size(); ++i) {
    const ViewRecordId id{i};
    if (match.after(id) != kNoViewRecord) continue;
    RecordChange& change = changes.emplace_back(subject(before, before.record(id)));
    change.fate = RecordFate::removed;
    change.verb = RecordVerb::gone;
    change.before = id;
  }
  std::ranges::stable_sort(changes, [](const RecordChange& a, const RecordChange& b) {
    if (a.verb != b.verb) return a.verb < b.verb;
    return natural_less(a.id, b.id);
  });
  return changes;
}

}  // namespace milepost
