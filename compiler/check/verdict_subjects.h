// Whom a finding about a verdict is about, so that nobody is told of it who may not see its
// reasons.
#pragma once

#include <vector>

#include "check/rule.h"

namespace milepost {

struct VerdictSubjects {
  std::vector<RecordIndex> records;  // the release, and what blocks it and has another label
  Span place;  // `place`, or that of an item in a part with a label of its own
};

/// Of a record judged NO-GO. A finding crosses the audience wall only if all its subjects and its
/// place may be seen.
VerdictSubjects verdict_subjects(const CheckContext& context, const Readiness& readiness,
                                 Span place);

}  // namespace milepost
