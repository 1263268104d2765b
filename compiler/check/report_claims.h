// What the prose of the status report that is being written says of records, as far as it can be
// read surely.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"
#include "check/rule.h"

namespace milepost {

enum class ClaimKind : uint8_t {
  percent,  // right behind the id: "T-31: 40 %"
  date,     // likewise, perhaps after "due": "T-31, due 12 June"
  state,    // likewise: "T-31 (on track)"
  count,    // of open records: "3 blockers open", "Open risks: 5"
};

struct ReportClaim {
  ClaimKind kind = ClaimKind::percent;
  RecordIndex about = kNoRecord;  // but for counts
  int64_t number = 0;             // percent, count
  Date date;
  std::string_view word;  // of a count the kind: "blocker"
  Span place;             // of the paragraph or row
};

struct ReportClaims {
  RecordIndex report = kNoRecord;
  Date day;  // of the report
  std::vector<ReportClaim> claims;
};

/// Of the newest report, if it is at most a week old, not sent, and keeps no facts: what was sent
/// spoke of other facts than those of today. Else nothing. Only what stands next to an id counts: a
/// number somewhere in a sentence may be of anything. Linear in records and the report's text.
ReportClaims claims_of_report(const CheckContext& context);

}  // namespace milepost
