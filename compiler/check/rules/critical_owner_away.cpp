// MP363: who owns critical work is away while it is to be done.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "check/escalations.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    363,
    "critical-owner-away",
    Severity::warning,
    "the owner of critical work is away while it is to be done, and nobody has escalated it",
    "{0} is on the critical path until {1}, and {2} is away for {3} of it",
    R"(Each day without its owner moves the target by a day, unless somebody else can go on. A person is reported once, for the first of
their critical work, if they are away for more than two working days of it (`thresholds: {escalate_away: 2}` in program.yaml).

Name a second owner, hand it over, or write an escalation that names the work in `escalates:`.)",
    R"(=== program.yaml
program: Example
start: 2026-01-05
target: M-1
people:
  asha: {name: Asha Rao, away: [2026-06-03..2026-06-10]}
=== plan.yaml
tasks:
- {id: T-1, title: Write the importer, owner: asha, start: 2026-06-01, estimate: 8d, delivers: [M-1]}
milestones:
- {id: M-1, title: Import, owner: Dana, due: 2026-06-30}
)",
    R"(=== program.yaml
program: Example
start: 2026-01-05
target: M-1
people:
  asha: {name: Asha Rao, away: [2026-06-03..2026-06-10]}
  lee: Lee Chan
=== plan.yaml
tasks:
- {id: T-1, title: Write the importer, owner: [asha, lee], start: 2026-06-01, estimate: 8d, delivers: [M-1]}
milestones:
- {id: M-1, title: Import, owner: Dana, due: 2026-06-30}
)"};

// Working days of the program on which the person is away, between two days.
int64_t days_away(const CheckContext& context, PersonIndex person, Date first, Date last) {
  const std::vector<PersonEntry>& roster = context.settings().people;
  const auto at = static_cast<size_t>(person);
  if (at >= roster.size()) return 0;
  int64_t days = 0;
  for (const DateRange& away : roster[at].away) {
    days += context.analysis.program_time().count(std::max(first, away.first),
                                                  std::min(last, away.last));
  }
  return days;
}

void run(CheckContext& context) {
  const Schedule& schedule = context.analysis.schedule;
  const int limit = context.settings().thresholds.escalate_away_days;
  struct Absence {
    const ScheduleItem* item;
    PersonIndex person;
    int64_t days;
  };
  std::vector<Absence> absences;
  for (const ScheduleItem& item : schedule.items) {
    if (!item.critical || item.kind != PlanKind::task || item.summary || !item.dated ||
        item.state == PlanState::done || context.is_closed(item.record)) {
      continue;
    }
    const RecordFacts& facts = context.analysis.of(item.record);
    if (facts.owner == kNoPerson) continue;
    // A second owner goes on with it.
    if (context.program.parties[static_cast<size_t>(item.record)].owners.size() > 1) continue;
    const Date first = std::max(item.start, context.analysis.as_of);
    const int64_t days = days_away(context, facts.owner, first, item.finish);
    if (days > limit) absences.push_back({&item, facts.owner, days});
  }
  if (absences.empty()) return;
  const Escalated escalated(context);
  std::ranges::stable_sort(absences, {},
                           [](const Absence& absence) { return absence.item->finish; });
  std::vector<PersonIndex> told;
  for (const Absence& absence : absences) {
    if (escalated.covers(absence.item->record)) continue;
    if (std::ranges::find(told, absence.person) != told.end()) continue;
    told.push_back(absence.person);
    const std::string whom = whom_to_ask(context, 1);
    context.find(
        info, {absence.item->record},
        {RecordArgument{static_cast<uint32_t>(absence.item->record)}, absence.item->finish,
         PersonArgument{static_cast<uint32_t>(absence.person)}, DaysArgument{absence.days}, whom},
        context.place_of(absence.item->record, Role::owner),
        "name a second owner, or " +
            new_escalation(whom, "Somebody for " + context.id_of(absence.item->record) +
                                     " while its owner is away"));
  }
}

}  // namespace

const Rule critical_owner_away_rule = {&info, run};

}  // namespace milepost
