// What a sign-off covers, and what that says today.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "analyze/analysis.h"
#include "analyze/canonical.h"
#include "analyze/readiness.h"
#include "link/covered_fields.h"
#include "link/program.h"

namespace milepost {

/// A field of a release or of a record it rests on.
struct Cover {
  RecordIndex record = kNoRecord;
  /// The field's name, `items` (the required items) or `rollback_triggers` (those of the release
  /// and of its launch).
  std::string field;
};

/// What `sign_offs: {covers: …}` of program.yaml says, else scope, target date, required items, and
/// rollback with its triggers: those the release's kind has. `rollback` brings its triggers along.
std::vector<Cover> default_covers(const Program& program, RecordIndex release);

/// What a field says today, and its seal.
struct CoveredNow {
  CanonicalValue value;
  std::string hash;
};

/// Fields as they are today, each read once however many sign-offs cover it. One thread only.
class CoveredRecords {
 public:
  CoveredRecords(const Program& program, const Analysis& analysis)
      : program_(program), analysis_(analysis) {}

  /// Stays where it is.
  const CoveredNow& now(const Cover& cover);
  /// True if some of the items stand where `mask` does not see them.
  bool hides_items(RecordIndex record, const ReadinessMask& mask);
  /// The label of the item that the fewest may see, at least that of the record.
  bool items_beyond(RecordIndex record, LabelIndex label);

 private:
  const std::vector<GateItem>& items(RecordIndex record);
  CanonicalValue read(const Cover& cover);

  const Program& program_;
  const Analysis& analysis_;
  std::unordered_map<uint32_t, std::vector<GateItem>> items_;  // by RecordIndex
  std::unordered_map<std::string, CoveredNow> now_;            // by record and field
};

/// True if whoever reads what has label `home` may read a value with label `of`, too.
bool may_stand_in(LabelIndex of, LabelIndex home);

}  // namespace milepost
