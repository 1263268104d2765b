// Finds the records of the whole.
#include "redact/whole_of.h"

#include <string_view>
#include <unordered_map>
#include <vector>

#include "redact/redaction.h"

namespace milepost {

Whole whole_of(const Program& program, const Analysis& analysis, const Audience& audience,
               const Program& left) {
  const Redaction redaction(program, audience);
  Whole made{&program, &analysis, {}};
  const auto same = [&](RecordIndex index, const Record& record) {
    const Record& known = program.record(index);
    return redaction.shows(index) && known.span.file == record.span.file &&
           known.kind == record.kind && known.title == record.title;
  };
  // Ids are the same but for those that something hidden had taken: then the next of its title.
  std::unordered_map<std::string_view, std::vector<RecordIndex>> by_title;
  std::vector<bool> taken(program.set.records.size());
  made.record.reserve(left.set.records.size());
  for (const Record& record : left.set.records) {
    RecordIndex found = program.find(record.id);
    if (found == kNoRecord || !same(found, record) || taken[static_cast<size_t>(found)]) {
      found = kNoRecord;
      if (by_title.empty()) {
        for (uint32_t i = 0; i < program.set.records.size(); ++i) {
          by_title[program.set.records[i].title].push_back(RecordIndex{i});
        }
      }
      const auto of_title = by_title.find(record.title);
      if (of_title != by_title.end()) {
        for (const RecordIndex one : of_title->second) {
          if (taken[static_cast<size_t>(one)] || !same(one, record) ||
              program.record(one).short_id != record.short_id) {
            continue;
          }
          found = one;
          break;
        }
      }
    }
    if (found != kNoRecord) taken[static_cast<size_t>(found)] = true;
    made.record.push_back(found);
  }
  return made;
}

}  // namespace milepost
