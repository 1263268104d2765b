// MP338: reported better than its dates and facts are, and nobody says why.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    338,
    "rosier-than-facts",
    Severity::warning,
    "work is reported better than its dates and facts are",
    "{0} is reported `{1}`, and its dates and facts say `{2}`",
    R"(Its owner says that it goes well; a date that cannot be kept or an open blocker says that it does not. Owners often know
more than the dates do, and then a reader should know it, too.

Report what the facts say, mend the facts (dates, estimates, blockers), or say why they mislead and until when that holds:
`health: {value: on_track, because: "…", until: 2026-06-12}`.)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Write the runbook, owner: Asha, estimate: 10d, due: 2026-06-05, health: on_track}
)",
    R"(=== tasks.yaml
tasks:
- id: T-1
  title: Write the runbook
  owner: Asha
  estimate: 10d
  due: 2026-06-05
  health: {value: on_track, because: Half of it exists as notes of the last launch, until: 2026-06-03}
)"};

std::string reason_of(const CheckContext& context, const HealthReason& reason) {
  const auto about = [&] {
    return reason.about == kNoRecord ? std::string() : "`" + context.id_of(reason.about) + "`";
  };
  const std::string days =
      std::to_string(reason.days) + (reason.days == 1 ? " working day" : " working days");
  const std::string date = reason.date ? " (" + to_iso(*reason.date) + ")" : std::string();
  switch (reason.cause) {
    case HealthCause::late_to_commitment:
      return "it comes " + days + " after its date" + date;
    case HealthCause::breaks_commitment:
      return "it makes " + about() + date + " late by " + days;
    case HealthCause::blocked_by:
      return about() + " blocks it";
    case HealthCause::overdue_start:
      return "it should have started " + days + " ago";
    case HealthCause::child_off_track:
      return "its part " + about() + " is late or blocked";
    case HealthCause::past_response:
    case HealthCause::decision_missed:
    case HealthCause::no_dates:
      break;
  }
  return "its facts are worse";
}

void run(CheckContext& context) {
  const Schedule& schedule = context.analysis.schedule;
  for (const ScheduleItem& item : schedule.items) {
    if (!item.rosier || item.explained || context.is_closed(item.record)) continue;
    std::string why = "its facts are worse";
    if (item.reasons_begin < item.reasons_end) {
      why = reason_of(context, schedule.reasons[item.reasons_begin]);
    }
    const Health reported = context.analysis.of(item.record).reported;
    context.find(info, {item.record},
                 {RecordArgument{static_cast<uint32_t>(item.record)},
                  std::string(health_name(reported)), std::string(health_name(item.computed))},
                 context.place_of(item.record, Role::health),
                 why +
                     "; report that, or say why it is no harm and until when (`because:`, "
                     "`until:`)");
  }
}

}  // namespace

const Rule rosier_than_facts_rule = {&info, run};

}  // namespace milepost
