// What happened to a record, in one word.
#pragma once

#include <vector>

#include "compare/meaning.h"
#include "compare/record_change.h"

namespace milepost {

struct VerbOfRecord {
  RecordVerb verb = RecordVerb::changed;
  ViewRecordId other = kNoViewRecord;  // in the later View: what it came true as
};

/// Of a record that is in both Views; `fields` is what changed of it.
VerbOfRecord event_of(const Meanings& meanings, ViewRecordId before, ViewRecordId after,
                      const std::vector<FieldChange>& fields);

}  // namespace milepost
