// MP341: a release goes, or went, against what stands in its way, and nobody says why.
#include <utility>

#include "check/rules.h"
#include "check/verdict_subjects.h"

namespace milepost {
namespace {

const RuleInfo info = {
    341,
    "override-without-reason",
    Severity::warning,
    "a go/no-go decision goes against the facts without a reason",
    "{0}: {1}, and no reason is given",
    R"(A meeting may say go although something required is missing: that is an override, and somebody carries it. The
release page shows it beside the computed verdict. Whoever reads it later asks why; the answer belongs to the decision. The
same holds for a release that went out although the meeting said no-go.

Write `reason:` beside `decision:`.)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-06-12
  decision: go
  acceptance: [{item: Recovery drill, owner: Ben, due: 2026-05-29}]
)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-06-12
  decision: go
  reason: The drill is repeated in July; the sponsor carries it
  acceptance: [{item: Recovery drill, owner: Ben, due: 2026-05-29}]
)"};

void run(CheckContext& context) {
  for (const Readiness& one : context.analysis.readiness) {
    if (!one.release || !one.said.reason.empty()) continue;
    const bool went_out = one.said.decision == ReadyVerdict::no_go &&
                          context.analysis.of(one.record).phase == Phase::done;
    if (!one.said.overrides && !went_out) continue;
    VerdictSubjects about = verdict_subjects(context, one, one.said.place);
    context.find(info, std::move(about.records),
                 {RecordArgument{static_cast<uint32_t>(one.record)},
                  std::string(went_out ? "it went out although the meeting said no-go"
                                       : "the meeting said go although required things are "
                                         "missing")},
                 about.place, "write `reason:` beside the decision");
  }
}

}  // namespace

const Rule override_without_reason_rule = {&info, run};

}  // namespace milepost
