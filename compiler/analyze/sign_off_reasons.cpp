// One reason for each sign-off that does not stand.
#include "analyze/sign_off_reasons.h"

#include <utility>

#include "analyze/reason_words.h"

namespace milepost {
namespace {

// Who signed, else who holds the role.
void set_signer(const Program& program, const SignOff& sign_off, ReadyReason& reason) {
  reason.who = sign_off.by;
  const std::vector<RoleEntry>& roles = program.set.settings.roles;
  for (std::size_t i = 0; reason.who == kNoPerson && i < roles.size(); ++i) {
    const bool holds = roles[i].key == sign_off.role && i < program.role_people.size() &&
                       !program.role_people[i].empty();
    if (holds) reason.who = program.role_people[i].front();
  }
  if (reason.who != kNoPerson) return;
  reason.who_text = !sign_off.by_text.empty()      ? sign_off.by_text
                    : !sign_off.role_label.empty() ? sign_off.role_label
                                                   : sign_off.role;
}

bool kind_of(SignOffState state, ReasonKind* kind) {
  switch (state) {
    case SignOffState::refused:
      *kind = ReasonKind::sign_off_refused;
      return true;
    case SignOffState::stale:
      *kind = ReasonKind::sign_off_stale;
      return true;
    case SignOffState::invalid:
      *kind = ReasonKind::sign_off_invalid;
      return true;
    case SignOffState::not_signed:
      *kind = ReasonKind::sign_off_missing;
      return true;
    case SignOffState::conditional:
      *kind = ReasonKind::sign_off_conditional;
      return true;
    case SignOffState::current:
    case SignOffState::unsealed:
      break;
  }
  return false;
}

}  // namespace

void add_sign_off_reasons(const NamedValues& values, const Analysis& analysis,
                          Readiness& readiness) {
  const Date today = analysis.as_of;
  const WorkingTime& time = analysis.time_of(readiness.record);
  for (uint32_t i = 0; i < readiness.sign_offs.size(); ++i) {
    const SignOff& sign_off = readiness.sign_offs[i];
    ReadyReason reason;
    if (!sign_off.required || !kind_of(sign_off.state, &reason.kind)) continue;
    const std::optional<Date> due = sign_off.due ? sign_off.due : readiness.target;
    const bool target_here = readiness.target && *readiness.target <= today;
    if (reason.kind == ReasonKind::sign_off_missing) {
      const bool late = due && *due < today;
      reason.blocks = late || target_here;
      if (late) reason.days = time.between(*due, today);
    } else if (reason.kind == ReasonKind::sign_off_conditional) {
      reason.blocks = false;
    }
    if (due && *due >= today) reason.by = due;
    reason.index = i;
    reason.how = shortened(sign_off.notes);
    reason.place = sign_off.place;
    set_signer(values.program(), sign_off, reason);
    readiness.reasons.push_back(std::move(reason));
  }
}

}  // namespace milepost
