// MP349: a release is near its target and is a no-go.
#include <algorithm>
#include <utility>

#include "check/rules.h"
#include "check/verdict_subjects.h"

namespace milepost {
namespace {

const RuleInfo info = {
    349,
    "release-not-ready",
    Severity::warning,
    "a release is near its target, and things stand in its way",
    "{0} is due {1} and is a no-go: {2} in the way",
    R"(Within ten working days of its target, what stands in the way of a release needs somebody who clears it, or a new
date. The release's page lists every reason with who can clear it; `milepost check --fail-on release:REL-1` tells the same in
a terminal.)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-06-12
  acceptance: [{item: Load test}]
)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-06-12
  acceptance: [{item: Load test, owner: Ben, due: 2026-06-08}]
)"};

constexpr int64_t kNearDays = 10;

void run(CheckContext& context) {
  for (const Readiness& one : context.analysis.readiness) {
    if (!one.release || one.verdict != ReadyVerdict::no_go || !one.target) continue;
    if (one.days_to_target > kNearDays) continue;
    const auto count = std::count_if(one.reasons.begin(), one.reasons.end(),
                                     [](const ReadyReason& reason) { return reason.blocks; });
    const std::string things =
        std::to_string(count) + (count == 1 ? " thing stands" : " things stand");
    VerdictSubjects about = verdict_subjects(context, one, context.place_of(one.record, Role::due));
    context.find(
        info, std::move(about.records),
        {RecordArgument{static_cast<uint32_t>(one.record)}, *one.target, things}, about.place,
        "`milepost check --fail-on release:" + context.id_of(one.record) + "` tells what and who");
  }
}

}  // namespace

const Rule release_not_ready_rule = {&info, run};

}  // namespace milepost
