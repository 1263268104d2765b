// MP376: the post-mortem of a grave incident is not complete in time.
#include <array>

#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    376,
    "post-mortem-missing",
    Severity::warning,
    "the post-mortem of a grave incident is not complete in time",
    "the post-mortem of {0} was due {1} and has {2} of {3} parts; missing: {4}",
    R"(A SEV1 or SEV2 that ended has a post-mortem within a week (`incident_response: {sev1: {review: 5d}}` sets another time, `none`
takes it away): impact, timeline, root cause, what went well, what went wrong, actions, lessons. They are fields or headings of the record; a lesson
may be a record that names the incident.

Write the missing parts. It asks what made the failure possible, never who made it.)",
    R"(=== incidents.yaml
incidents:
- {id: INC-1, title: Checkout was down, severity: sev1, status: resolved, started: 2026-05-04 09:00, detected: 2026-05-04 09:04, acknowledged: 2026-05-04 09:06, resolved: 2026-05-04 10:00}
)",
    R"(=== incidents.yaml
incidents:
- {id: INC-1, title: Checkout was down, severity: sev1, status: resolved, started: 2026-05-04 09:00, detected: 2026-05-04 09:04, acknowledged: 2026-05-04 09:06, resolved: 2026-05-04 10:00, impact: No orders, timeline: [{at: 2026-05-04 09:00, what: It began}], root_cause: A full disk, what_went_well: The flag, what_went_wrong: No alert, action_items: "ACT-1", lessons: Watch disks}
actions:
- {id: ACT-1, title: Alert on full disks, owner: Sam, due: 2026-06-20}
)"};

void run(CheckContext& context) {
  constexpr std::array<const char*, kPostMortemParts> names = {
      "impact",          "timeline", "root cause", "what went well",
      "what went wrong", "actions",  "lessons"};
  for (const Incident& incident : context.analysis.incidents) {
    if (!incident.review_by || *incident.review_by >= context.analysis.as_of) continue;
    std::string missing;
    for (size_t i = 0; i < kPostMortemParts; ++i) {
      if (incident.parts[i]) continue;
      if (!missing.empty()) missing += ", ";
      missing += names[i];
    }
    if (missing.empty()) continue;
    context.find(info, {incident.record},
                 {RecordArgument{static_cast<uint32_t>(incident.record)}, *incident.review_by,
                  int64_t{incident.parts_there()}, int64_t{kPostMortemParts}, missing},
                 context.place_of(incident.record, Role::resolved), "write the missing parts");
  }
}

}  // namespace

const Rule post_mortem_missing_rule = {&info, run};

}  // namespace milepost
