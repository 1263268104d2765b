// Rules that look at nothing but what is visible.
#include "redact/told_findings.h"

#include <algorithm>
#include <array>

namespace milepost {
namespace {

constexpr size_t kMostRoles = 5;

struct OpenRule {
  uint16_t code;
  std::array<Role, kMostRoles> reads;  // as far as there are any, then Role::none
};

constexpr std::array<OpenRule, 7> kOpenRules = {{
    {301, {Role::due}},    // overdue
    {304, {Role::owner}},  // no-owner
    {316,
     {Role::raised, Role::decided, Role::decision_needed_by, Role::needed_by,  // decision-
      Role::due}},                                                             // pending
    {331, {Role::promised, Role::needed_by}},  // promised-after-needed
    {334, {Role::due, Role::promised}},        // finishes-after-needed
    {335, {Role::due, Role::promised}},        // due-cannot-be-kept
    {338, {Role::health}},                     // rosier-than-facts
}};

}  // namespace

bool is_found_in_the_open(uint16_t code, KindId kind, const Kinds& kinds,
                          const Redaction& redaction) {
  const auto* rule = std::ranges::find(kOpenRules, code, &OpenRule::code);
  if (rule == kOpenRules.end()) return false;
  return std::ranges::all_of(rule->reads, [&](Role role) {
    const FieldId field = role == Role::none ? kNoField : kinds.field_of(kind, role);
    return field == kNoField || redaction.shows(field);
  });
}

}  // namespace milepost
