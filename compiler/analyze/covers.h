// What a sign-off covers, and what that says today.
#pragma once

#include <string>
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

/// The fields of one record as they are today.
class CoveredRecords {
 public:
  CoveredRecords(const Program& program, const Analysis& analysis)
      : program_(program), analysis_(analysis) {}

  /// Items of a record are read once.
  CanonicalValue now(const Cover& cover);
  /// True if some of the items stand where `mask` does not see them.
  bool hides_items(RecordIndex record, const ReadinessMask& mask);
  /// The label of the item that the fewest may see, at least that of the record.
  bool items_beyond(RecordIndex record, LabelIndex label);

 private:
  const std::vector<GateItem>& items(RecordIndex record);

  const Program& program_;
  const Analysis& analysis_;
  std::vector<Readiness> read_;
};

/// True if whoever reads what has label `home` may read a value with label `of`, too.
bool may_stand_in(LabelIndex of, LabelIndex home);

}  // namespace milepost
