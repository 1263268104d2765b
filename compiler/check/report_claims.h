// What the prose of status reports says of records, as far as it can be read surely, and what it is
// to be compared with.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "calendar/date.h"
#include "check/rule.h"

namespace milepost {

enum class ClaimKind : uint8_t {
  percent,  // right behind the id: "T-31: 40 %"
  date,     // likewise, perhaps after "due": "T-31, due 12 June"
  state,    // likewise: "T-31 (on track)", "T-31: amber"
  count,    // of open records: "3 blockers open", "Open risks: 5"
};

struct ReportClaim {
  ClaimKind kind = ClaimKind::percent;
  RecordIndex about = kNoRecord;  // but for counts
  int64_t number = 0;             // percent, count
  Date date;
  Health state = Health::none;
  std::string_view word;  // of a count the kind: "blocker"
  Span place;             // of the paragraph or row
};

/// What a report keeps of a record in the facts that it was sent with. What it does not say is not
/// known: it is not that there was nothing.
struct SentFact {
  std::optional<int64_t> percent;
  std::optional<Date> due;  // by the words before it
  std::vector<Date> dates;  // all that stand beside the record, `due` among them
  Health state = Health::none;
  Span place;
};

struct SentFacts {
  std::unordered_map<uint32_t, SentFact> of;  // by record
  std::optional<int64_t> blockers;            // open ones
  Span blockers_place;
};

struct ReportClaims {
  RecordIndex report = kNoRecord;
  Date day;  // of the report
  std::vector<ReportClaim> claims;
  /// The claims are compared with this, not with what the records say today.
  std::optional<SentFacts> sent;

  /// What is kept of the record that a claim is about; null if nothing is.
  const SentFact* sent_of(const ReportClaim& claim) const;
};

/// Of each report that keeps its facts as sent, and of the newest if it is at most a week old, not
/// sent, and keeps none: a sent report without facts spoke of others than those of today. Only what
/// stands next to an id counts: a number somewhere in a sentence may be of anything. Linear in
/// records and the text of those reports.
std::vector<ReportClaims> claims_of_reports(const CheckContext& context);

}  // namespace milepost
