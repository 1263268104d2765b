// Why an item of the plan cannot keep its date, so that one rule says it and no other does.
#pragma once

#include <cstdint>

#include "check/rule.h"

namespace milepost {

enum class LateBy : uint8_t {
  nothing,    // it keeps its date, has none, or another rule has said it (overdue, promised late)
  other,      // what it waits for keeps its own date, and that is too late: `first`
  itself,     // what is left takes longer, or what it waits for has no date of its own
  inherited,  // what it waits for is late already: only said of milestones and releases
};

struct Lateness {
  LateBy by = LateBy::nothing;
  Date wanted;                    // its commitment, else the day it is needed by
  int64_t days = 0;               // working days after that
  RecordIndex first = kNoRecord;  // what it waits for the longest, if that holds it
};

/// Of an open item that is no summary; less than the threshold of at risk is nothing.
Lateness lateness_of(const CheckContext& context, const ScheduleItem& item);

}  // namespace milepost
