// MP367: an open blocker should have gone to the next step of its escalation path.
#include <array>
#include <string>
#include <vector>

#include "analyze/escalation_path.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    367,
    "next-step-overdue",
    Severity::warning,
    "an open blocker should have gone to the next step of its escalation path",
    "{0} (P{1}) should have gone to {2} by {3}, and nobody has told them",
    R"(Whoever was told first has not ended it in time, so the next one on the path has to know. The first of the path is to be told
when the response time is over, each further one a response time later; once somebody has acknowledged the blocker, when its own date
(`due:`) is over. That nobody has answered at all is another finding (MP314).

Tell them, and write it under `escalated_to:`; or write an escalation to them. `escalation:` in program.yaml has the paths.)",
    R"(=== program.yaml
program: Example
start: 2026-01-05
roles: {tech_lead: asha, sponsor: bob}
people: {asha: Asha Rao, bob: Bob Hale}
escalation: {p0: {respond: 1h wall, path: [tech_lead, sponsor]}}
=== blockers.yaml
blockers:
- {id: B-1, title: Staging is down, severity: P0, raised: 2026-05-28 09:00, escalated_to: [asha], owner: Lee, status: open}
)",
    R"(=== program.yaml
program: Example
start: 2026-01-05
roles: {tech_lead: asha, sponsor: bob}
people: {asha: Asha Rao, bob: Bob Hale}
escalation: {p0: {respond: 1h wall, path: [tech_lead, sponsor]}}
=== blockers.yaml
blockers:
- {id: B-1, title: Staging is down, severity: P0, raised: 2026-05-28 09:00, escalated_to: [asha, bob], owner: Lee, status: open}
)"};

std::string words_of(const CheckContext& context, const PathStep& step) {
  if (!step.people.empty()) return context.program.person(step.people.front()).name;
  return std::string(step.text);
}

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const KindId blocker = kinds.find_kind("blocker");
  const Zone zone = Zone::find(context.settings().timezone).value_or(Zone());
  std::array<std::vector<PathStep>, 4> paths;
  for (uint8_t level = 0; level < paths.size(); ++level) {
    paths[level] = escalation_path(context.program, level);
  }
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex index{i};
    const RecordFacts& facts = context.analysis.of(index);
    if (facts.priority > 3 || paths[facts.priority].empty() || context.is_closed(index)) continue;
    const Record& record = context.program.record(index);
    if (blocker == kNoKind || !kinds.is(record.kind, blocker)) continue;
    // That nobody has answered yet is another rule's.
    if (!facts.responded) continue;
    const std::vector<PathStep>& path = paths[facts.priority];
    const PathPlace place = path_place(context.program, context.analysis, index, path);
    if (!place.overdue) continue;
    const PathStep& next = path[place.next];
    context.find(info, {index},
                 {RecordArgument{i}, int64_t{facts.priority}, words_of(context, next),
                  to_text(to_local(*place.next_by, zone))},
                 context.place_of(index, Role::escalated_to),
                 "tell them and add `" + std::string(next.text) + "` to `escalated_to:`");
  }
}

}  // namespace

const Rule next_step_overdue_rule = {&info, run};

}  // namespace milepost
