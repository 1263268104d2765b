// MP344: a launch begins on a day that is no working day.
#include "calendar/datetime.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    344,
    "launch-on-day-off",
    Severity::note,
    "a step of a launch falls on a day that nobody works",
    "{0}: the step of {1} falls on no working day",
    R"(A launch on a weekend or a holiday may be meant: traffic is low. It also means that those who could help are away.
Whoever stands by belongs into `on_call:`; with somebody there, this note goes away.)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-06-12
  launch: {start: 2026-06-13 06:00, rollout: [{do: 10 % of parcels, watch: 2h}]}
)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-06-12
  launch:
    start: 2026-06-13 06:00
    rollout: [{do: 10 % of parcels, watch: 2h}]
    on_call: [{person: Ana, role: operations, shift: 05:30 to 10:00}]
)"};

void run(CheckContext& context) {
  const Zone zone = Zone::find(context.settings().timezone).value_or(Zone());
  for (const Readiness& one : context.analysis.readiness) {
    if (context.is_closed(one.record) || !one.launch.roster.empty()) continue;
    for (const LaunchStep& step : one.launch.steps) {
      if (!step.off_hours || !step.begins) continue;
      context.find(info, {one.record},
                   {RecordArgument{static_cast<uint32_t>(one.record)},
                    to_text(to_local(*step.begins, zone))},
                   step.place, "say under `on_call:` who stands by, or move the launch");
      break;
    }
  }
}

}  // namespace

const Rule launch_on_day_off_rule = {&info, run};

}  // namespace milepost
