// MP343: a step of a launch begins before the step before it is over.
#include "calendar/datetime.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    343,
    "launch-steps-clash",
    Severity::warning,
    "a step of a launch begins before the step before it is over",
    "{0}: the step of {1} begins before the step before it is over",
    R"(A step of a rollout is watched before the next one takes more traffic: a step that begins while the one before it
is still being watched learns nothing from it. Steps of a cut-over follow each other, too; those that may run beside each
other are one step with two owners.

Give the step a later `at:`, or leave `at:` out: it then begins when the one before it is over.)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-06-16
  launch:
    start: 2026-06-16 09:00
    rollout: [{at: start, do: 10 %, watch: 2h}, {at: start + 1h, do: 50 %, watch: 2h}]
)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-06-16
  launch:
    start: 2026-06-16 09:00
    rollout: [{at: start, do: 10 %, watch: 2h}, {do: 50 %, watch: 2h}]
)"};

void run(CheckContext& context) {
  const Zone zone = Zone::find(context.settings().timezone).value_or(Zone());
  for (const Readiness& one : context.analysis.readiness) {
    if (context.is_closed(one.record)) continue;
    for (const LaunchStep& step : one.launch.steps) {
      if (!step.clashes) continue;
      context.find(info, {one.record},
                   {RecordArgument{static_cast<uint32_t>(one.record)},
                    to_text(to_local(*step.begins, zone))},
                   step.place, "give it a later `at:`, or none");
    }
  }
}

}  // namespace

const Rule launch_steps_clash_rule = {&info, run};

}  // namespace milepost
