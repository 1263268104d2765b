// MP386: somebody signed who could not.
#include <string>

#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    386,
    "sign-off-not-valid",
    Severity::warning,
    "a sign-off is by somebody who cannot give it",
    "{0}: the sign-off of {1} does not count: {2}",
    R"(A sign-off says who answers for a release on behalf of a role. It counts only if the person is on the roster (`people:`), the
role is one of `roles:`, a team or what people there are called, and the person holds it. One that is dated after the as-of date has not
been given yet. A program that lists no people, or no roles, leaves that open.

Correct the name, add whoever is missing to program.yaml, or let somebody sign who holds the role.)",
    R"(=== program.yaml
program: Example
start: 2026-01-05
people: {priya: {name: Priya Nair}, wen: {name: Wen Zhao}}
roles: {security: priya}
=== releases.yaml
releases:
- id: REL-1
  title: Checkout 1.0
  owner: priya
  target: 2026-06-26
  signoffs:
  - {role: security, by: wen, on: 2026-05-20, decision: go}
)",
    R"(=== program.yaml
program: Example
start: 2026-01-05
people: {priya: {name: Priya Nair}, wen: {name: Wen Zhao}}
roles: {security: [priya, wen]}
=== releases.yaml
releases:
- id: REL-1
  title: Checkout 1.0
  owner: priya
  target: 2026-06-26
  signoffs:
  - {role: security, by: wen, on: 2026-05-20, decision: go}
)"};

std::string who(const SignOff& sign_off) {
  return sign_off.by_text.empty() ? std::string("nobody") : "`" + sign_off.by_text + "`";
}

std::string why(const SignOff& sign_off) {
  switch (sign_off.fault) {
    case SignOffFault::not_on_roster:
      return sign_off.by_text.empty() ? "nobody is named" : who(sign_off) + " is not on the roster";
    case SignOffFault::no_such_role:
      return "there is no role `" + sign_off.role_label + "`";
    case SignOffFault::role_not_held:
      return who(sign_off) + " does not hold the role";
    case SignOffFault::not_yet:
      return "it is dated " + to_iso(*sign_off.on) + ", which is still to come";
    case SignOffFault::none:
    case SignOffFault::hash_mismatch:
      break;
  }
  return {};
}

std::string help_for(const SignOff& sign_off) {
  switch (sign_off.fault) {
    case SignOffFault::not_on_roster:
      return "write the key of somebody in `people:`, or add them there";
    case SignOffFault::no_such_role:
      return "write a role of `roles:`, or add it there";
    case SignOffFault::not_yet:
      return "write the day on which it was given";
    default:
      return "let somebody sign who holds the role, or add them under `roles:`";
  }
}

void run(CheckContext& context) {
  for (const Readiness& release : context.analysis.readiness) {
    if (context.is_closed(release.record)) continue;
    for (const SignOff& sign_off : release.sign_offs) {
      const std::string reason = why(sign_off);
      if (sign_off.state != SignOffState::invalid || reason.empty()) continue;
      context.find(
          info, {release.record},
          {RecordArgument{static_cast<uint32_t>(release.record)}, sign_off.role_label, reason},
          sign_off.place, help_for(sign_off));
    }
  }
}

}  // namespace

const Rule sign_off_not_valid_rule = {&info, run};

}  // namespace milepost
