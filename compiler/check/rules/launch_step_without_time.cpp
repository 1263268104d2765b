// MP345: what stands at a step of a launch is no time.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    345,
    "launch-step-without-time",
    Severity::warning,
    "nobody can tell when a step of a launch is",
    "{0}: `{1}` does not say when the step is",
    R"(A step of a launch is at `start`, some time after it (`start + 2h`, `T+30min`), at a time of the day (`14:00`) or at a
day and time. Without `at:` it begins when the step before it is over. Counting from `start` needs `launch: {start:}`.

Write one of these.)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-06-16
  launch: {start: 2026-06-16 09:00, rollout: [{at: after lunch, do: 10 %}]}
)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-06-16
  launch: {start: 2026-06-16 09:00, rollout: [{at: 14:00, do: 10 %}]}
)"};

void run(CheckContext& context) {
  for (const Readiness& one : context.analysis.readiness) {
    if (context.is_closed(one.record)) continue;
    for (const LaunchStep& step : one.launch.steps) {
      if (step.begins || step.at.empty()) continue;
      context.find(info, {one.record}, {RecordArgument{static_cast<uint32_t>(one.record)}, step.at},
                   step.place, "write `start + 2h`, `14:00` or `2026-06-22 14:00`");
    }
  }
}

}  // namespace

const Rule launch_step_without_time_rule = {&info, run};

}  // namespace milepost
