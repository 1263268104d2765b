// What the git history tells of records, for analyze/ to put an age to each.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "calendar/date.h"

namespace milepost {

/// Of one record, as far as it may be told.
struct Lifeline {
  std::optional<Date> first_seen;    // of what is as old as the history: its first commit
  std::optional<Date> last_changed;  // in what it means; nothing: not since it is known
  /// Its parts (meaning.h) as the last commit has them, by name: hashes of name and meaning. Only
  /// of those that may be told.
  std::vector<std::pair<uint64_t, uint64_t>> said;
};

struct Lifelines {
  bool read = false;           // false: there is no history, and nothing has an age
  bool before_commit = false;  // what is analyzed may differ from the last commit: see `said`
  bool typed_only = false;     // `said` has what is typed alone
  std::unordered_map<std::string, Lifeline> records;  // by id
};

}  // namespace milepost
