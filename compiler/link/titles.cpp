// Files records by their titles.
#include "link/titles.h"

#include <algorithm>

#include "text/utf8.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr std::size_t kEnough = 16;

std::string spelled_key(std::string_view title) {
  return collision_key(normalize_spaces(strip_emphasis(title)));
}

}  // namespace

// No label may crowd out another: what is hidden from a reader must not decide what he is shown.
void TitleTable::add(Table& table, std::string key, RecordIndex record) {
  std::vector<RecordIndex>& records = table[std::move(key)];
  const LabelIndex label = program_->label_of(record);
  std::size_t same = 0;
  for (const RecordIndex other : records) same += program_->label_of(other) == label ? 1 : 0;
  if (same < kEnough) records.push_back(record);
}

void TitleTable::build() {
  built_ = true;
  const std::vector<Record>& records = program_->set.records;
  for (uint32_t i = 0; i < records.size(); ++i) {
    if (records[i].title.empty()) continue;
    add(spelled_, spelled_key(records[i].title), RecordIndex{i});
    add(worded_, normalize_label(records[i].title), RecordIndex{i});
  }
}

std::vector<RecordIndex> TitleTable::open_to(const Table& table, const std::string& key,
                                             RecordIndex referrer) const {
  std::vector<RecordIndex> result;
  const auto found = table.find(key);
  if (found == table.end()) return result;
  for (const RecordIndex record : found->second) {
    if (record == referrer) continue;
    if (fence_.open(program_->label_of(record), program_->label_of(referrer))) {
      result.push_back(record);
    }
  }
  return result;
}

std::vector<RecordIndex> TitleTable::find(std::string_view title, RecordIndex referrer) {
  constexpr std::size_t kLongestTitle = 500;
  if (title.empty() || title.size() > kLongestTitle) return {};
  if (!built_) build();
  std::vector<RecordIndex> result = open_to(spelled_, spelled_key(title), referrer);
  if (result.empty()) result = open_to(worded_, normalize_label(title), referrer);
  return result;
}

}  // namespace milepost
