// MP378: the moments of an incident contradict each other.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    378,
    "incident-out-of-order",
    Severity::warning,
    "the moments of an incident contradict each other",
    "the moments of {0} contradict each other: it ended, was contained, taken up or noticed before "
    "it could be",
    R"(`started`, `detected`, `acknowledged`, `mitigated` and `resolved` follow each other; from them come the times to answer and to
mend, so one typing error makes a figure wrong. Mind the zone: a time without one is that of the program.

Correct the moment that is wrong.)",
    R"(=== incidents.yaml
incidents:
- {id: INC-1, title: Checkout was down, severity: sev3, status: resolved, started: 2026-05-04 09:00, resolved: 2026-05-04 08:00}
)",
    R"(=== incidents.yaml
incidents:
- {id: INC-1, title: Checkout was down, severity: sev3, status: resolved, started: 2026-05-04 09:00, resolved: 2026-05-04 10:00}
)"};

void run(CheckContext& context) {
  for (const Incident& incident : context.analysis.incidents) {
    if (!incident.out_of_order) continue;
    context.find(info, {incident.record}, {RecordArgument{static_cast<uint32_t>(incident.record)}},
                 context.place_of(incident.record, Role::started),
                 "correct the moment that is wrong");
  }
}

}  // namespace

const Rule incident_out_of_order_rule = {&info, run};

}  // namespace milepost
