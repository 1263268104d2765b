// Finds a fact by the role of its field.
#include "redact/day_of_role.h"

namespace milepost {

std::optional<Date> day_of_role(const RecordFacts& facts, Role role) {
  switch (role) {
    case Role::start:
      return facts.start;
    case Role::due:
      return facts.due;
    case Role::needed_by:
      return facts.needed_by;
    case Role::promised:
      return facts.promised;
    case Role::next_review:
      return facts.next_review;
    case Role::decision_needed_by:
      return facts.decision_needed_by;
    default:
      return std::nullopt;
  }
}

}  // namespace milepost
