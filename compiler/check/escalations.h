// What has been escalated, and to whom the next one would go: what the rules that propose an
// escalation share.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "check/rule.h"

namespace milepost {

/// The records that an escalation, a change request or a decision speaks of: which they link to, in
/// fields or prose, or which link to them. Withdrawn and refused ones speak of nothing; a decision
/// only of what it decides or changes.
class Escalated {
 public:
  /// Linear in the links.
  explicit Escalated(const CheckContext& context);
  bool covers(RecordIndex record) const {
    return record != kNoRecord && covered_[static_cast<size_t>(record)];
  }

 private:
  std::vector<bool> covered_;
};

/// "tech lead (Asha Rao, Li Wei) → sponsor (Bob Hale)": the path of a level (0 to 3), else of a
/// graver one, else who sponsors the program. Never empty.
std::string whom_to_ask(const CheckContext& context, uint8_t level);

/// "ask Bob Hale: `milepost new escalation "M-GA slips"`". What a shell would read in the title is
/// left out.
std::string new_escalation(const std::string& whom, const std::string& title);

}  // namespace milepost
