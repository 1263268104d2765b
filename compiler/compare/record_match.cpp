// Matches records by id, then by alias, then by title.
#include "compare/record_match.h"

#include <cstdint>
#include <string>
#include <unordered_map>

namespace milepost {
namespace {

using Names = std::unordered_map<std::string_view, uint32_t>;

Names ids_of(const View& view) {
  Names names;
  names.reserve(view.records.size());
  for (uint32_t i = 0; i < view.records.size(); ++i) names.emplace(view.records[i].id, i);
  return names;
}

}  // namespace

RecordMatch::RecordMatch(const View& before, const View& after)
    : after_(before.records.size(), kNoViewRecord), before_(after.records.size(), kNoViewRecord) {
  const Names old_ids = ids_of(before);
  for (uint32_t i = 0; i < after.records.size(); ++i) {
    const auto same = old_ids.find(after.records[i].id);
    if (same != old_ids.end()) pair(same->second, i);
  }
  match_aliases(before, after);
  match_titles(before, after);
}

void RecordMatch::pair(uint32_t before, uint32_t after) {
  if (after_[before] != kNoViewRecord || before_[after] != kNoViewRecord) return;
  after_[before] = ViewRecordId{after};
  before_[after] = ViewRecordId{before};
}

void RecordMatch::match_aliases(const View& before, const View& after) {
  const Names old_ids = ids_of(before);
  const Names new_ids = ids_of(after);
  for (uint32_t i = 0; i < after.records.size(); ++i) {
    if (before_[i] != kNoViewRecord) continue;
    for (const std::string& alias : after.records[i].aliases) {
      const auto former = old_ids.find(alias);
      if (former != old_ids.end()) pair(former->second, i);
    }
  }
  for (uint32_t i = 0; i < before.records.size(); ++i) {
    if (after_[i] != kNoViewRecord) continue;
    for (const std::string& alias : before.records[i].aliases) {
      const auto later = new_ids.find(alias);
      if (later != new_ids.end()) pair(i, later->second);
    }
  }
}

// Who gives a record another id keeps its name; one without an id has one made from its file.
void RecordMatch::match_titles(const View& before, const View& after) {
  struct Seen {
    uint32_t old_one = 0, new_one = 0;
    uint32_t old_count = 0, new_count = 0;
  };
  std::unordered_map<std::string, Seen> titles;
  const auto key = [](const View& view, const ViewRecord& record) {
    return view.kind_of(record).name + "\n" + record.title;
  };
  for (uint32_t i = 0; i < before.records.size(); ++i) {
    if (after_[i] != kNoViewRecord || before.records[i].title.empty()) continue;
    Seen& seen = titles[key(before, before.records[i])];
    seen.old_one = i;
    ++seen.old_count;
  }
  if (titles.empty()) return;
  for (uint32_t i = 0; i < after.records.size(); ++i) {
    if (before_[i] != kNoViewRecord) continue;
    const auto at = titles.find(key(after, after.records[i]));
    if (at == titles.end()) continue;
    at->second.new_one = i;
    ++at->second.new_count;
  }
  for (const auto& [title, seen] : titles) {
    if (seen.old_count == 1 && seen.new_count == 1) pair(seen.old_one, seen.new_one);
  }
}

std::string_view party_key(const View& view, const ViewParty& party) {
  if (party.person != kNoViewPerson) return view.person(party.person).key;
  if (party.team != kNoViewTeam) return view.team(party.team).key;
  return {};
}

}  // namespace milepost
