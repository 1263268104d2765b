// MP388: the day of a release is near and somebody has not signed.
#include <algorithm>
#include <string>

#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    388,
    "sign-off-pending",
    Severity::warning,
    "a sign-off is still missing shortly before it is needed",
    "{0} is due {1}, and has no sign-off of {2}",
    R"(Whoever has to sign needs time to look. A sign-off is reported when it is not there 5 working days before the target date, or
before the day by which the sign-off itself is `due:` (`sign_off` under `thresholds:` in program.yaml sets another number). One that is
`advisory: yes` is not asked for.

Ask for it today, with what there is to be looked at, or move the date.)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Checkout 1.0
  owner: Priya Nair
  target: 2026-06-04
  signoffs:
  - {role: security, by: Priya Nair, decision: pending}
)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Checkout 1.0
  owner: Priya Nair
  target: 2026-06-04
  signoffs:
  - {role: security, by: Priya Nair, on: 2026-05-29, decision: go}
)"};

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

void run(CheckContext& context) {
  const int limit = context.settings().thresholds.sign_off_days;
  const Date as_of = context.analysis.as_of;
  for (const Readiness& release : context.analysis.readiness) {
    if (!release.release || context.is_closed(release.record)) continue;
    const WorkingTime& time = context.analysis.time_of(release.record);
    std::vector<std::string> roles;
    Date soonest = kLastDate;
    Span place;
    for (const SignOff& sign_off : release.sign_offs) {
      if (sign_off.state != SignOffState::not_signed || !sign_off.required) continue;
      const std::optional<Date> due = sign_off.due ? sign_off.due : release.target;
      if (!due || time.between(as_of, *due) > limit) continue;
      if (roles.empty()) place = sign_off.place;
      roles.push_back(sign_off.role_label);
      soonest = std::min(soonest, *due);
    }
    if (roles.empty()) continue;
    context.find(info, {release.record},
                 {RecordArgument{static_cast<uint32_t>(release.record)}, soonest, joined(roles)},
                 place,
                 "ask for it; `milepost sign " + context.id_of(release.record) + "` writes it");
  }
}

}  // namespace

const Rule sign_off_pending_rule = {&info, run};

}  // namespace milepost
