// MP377: an action of a post-mortem is no record.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    377,
    "action-not-tracked",
    Severity::warning,
    "an action of a post-mortem is no record",
    "{1} of the actions of {0} name no record",
    R"(An action that stands only in a post-mortem has no owner that is asked, no date that passes and nobody who sees it open a
month later. Every item of the list of actions should name the record that stands for it: `- ACT-4, an alert on pairs of authorisations`.

Write actions (`actions:` in a file, or a table) and name them, or check the item (`- [x]`) if it is done.)",
    R"(=== incidents/INC-1.md
---
id: INC-1
title: Checkout was down
status: resolved
---
## Action items

- Alert on full disks
)",
    R"(=== incidents/INC-1.md
---
id: INC-1
title: Checkout was down
status: resolved
---
## Action items

- ACT-1, alert on full disks
=== actions.yaml
actions:
- {id: ACT-1, title: Alert on full disks, owner: Sam, due: 2026-06-20}
)"};

void run(CheckContext& context) {
  for (const Incident& incident : context.analysis.incidents) {
    if (incident.untracked.empty()) continue;
    context.find(info, {incident.record},
                 {RecordArgument{static_cast<uint32_t>(incident.record)},
                  static_cast<int64_t>(incident.untracked.size())},
                 incident.untracked.front().place,
                 "write an action and name it in the item, or check the item if it is done");
  }
}

}  // namespace

const Rule action_not_tracked_rule = {&info, run};

}  // namespace milepost
