// MP375: an open incident is past the time it had to be taken up, contained or ended in.
#include <array>

#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    375,
    "incident-past-response",
    Severity::warning,
    "an open incident is past the time it had to be taken up, contained or ended in",
    "{0} (SEV{1}) was to be {2} by {3}, and is not",
    R"(A SEV1 asks for somebody within five minutes, a SEV2 within fifteen, counted from when it was noticed;
`incident_response:` in program.yaml sets others, and times to contain and to end it. What was late of an incident that is over stands on its page and is no
finding: nobody can mend it now.

Set `acknowledged:`, `mitigated:` or `resolved:` with date and time.)",
    R"(=== incidents.yaml
incidents:
- {id: INC-1, title: Checkout is down, severity: sev1, status: open, started: 2026-05-29 09:00, detected: 2026-05-29 09:04}
)",
    R"(=== incidents.yaml
incidents:
- {id: INC-1, title: Checkout is down, severity: sev1, status: open, started: 2026-05-29 09:00, detected: 2026-05-29 09:04, acknowledged: 2026-05-29 09:06}
)"};

void run(CheckContext& context) {
  constexpr std::array<const char*, 3> steps = {"taken up", "contained", "ended"};
  const Zone zone = Zone::find(context.settings().timezone).value_or(Zone());
  for (const Incident& incident : context.analysis.incidents) {
    for (const IncidentClock& clock : incident.clocks) {
      if (clock.state != StepState::overdue) continue;
      context.find(info, {incident.record},
                   {RecordArgument{static_cast<uint32_t>(incident.record)},
                    int64_t{incident.severity}, std::string(steps[static_cast<size_t>(clock.step)]),
                    to_text(to_local(*clock.due, zone))},
                   context.place_of(incident.record, Role::raised),
                   "set `acknowledged:`, `mitigated:` or `resolved:` with date and time");
      break;
    }
  }
}

}  // namespace

const Rule incident_unanswered_rule = {&info, run};

}  // namespace milepost
