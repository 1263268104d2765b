// The list of rules.
#include "check/rules.h"

#include <array>

namespace milepost {

std::span<const Rule> all_rules() {
  static const std::array rules = {
      overdue_rule,
  };
  return rules;
}

}  // namespace milepost
