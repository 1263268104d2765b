// MP342: a step of a launch falls into a freeze of the program.
#include "calendar/datetime.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    342,
    "launch-in-freeze",
    Severity::warning,
    "a step of a launch falls into a freeze",
    "{0}: the step of {1} falls into a freeze of the program",
    R"(`calendar: {freezes:}` of program.yaml names the days on which nothing goes live: peak trading, the end of the
fiscal year. A rollout or cut-over step that begins on one of them, or is still being watched on one, breaks that promise.

Move the launch, or take the day out of the freeze.)",
    R"(=== program.yaml
program: Example
calendar: {freezes: [2026-11-20..2026-12-01]}
=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-11-24
  launch: {start: 2026-11-24 09:00, rollout: [{do: 10 % of parcels, watch: 2h}]}
)",
    R"(=== program.yaml
program: Example
calendar: {freezes: [2026-11-20..2026-12-01]}
=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-11-17
  launch: {start: 2026-11-17 09:00, rollout: [{do: 10 % of parcels, watch: 2h}]}
)"};

void run(CheckContext& context) {
  const Zone zone = Zone::find(context.settings().timezone).value_or(Zone());
  for (const Readiness& one : context.analysis.readiness) {
    if (context.is_closed(one.record)) continue;
    for (const LaunchStep& step : one.launch.steps) {
      if (!step.frozen || !step.begins) continue;
      context.find(info, {one.record},
                   {RecordArgument{static_cast<uint32_t>(one.record)},
                    to_text(to_local(*step.begins, zone))},
                   step.place, "move the launch out of the freeze");
      break;  // one step tells it all
    }
  }
}

}  // namespace

const Rule launch_in_freeze_rule = {&info, run};

}  // namespace milepost
