// MP358: a report was written long before the as-of date.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    358,
    "evidence-old",
    Severity::note,
    "a report was written long before the as-of date",
    "the evidence {1} of {0} was written on {2}",
    R"(What a report says is true of the day it was written; `thresholds: {evidence: 30}` says after how many calendar days it
counts as old. Only reports that have a date in them are looked at, and only while the release is not out.

Run the tool again and commit its new report.)",
    R"(=== releases/REL-1.md
---
id: REL-1
title: Checkout 1.0
target: 2026-06-22
owner: Asha
---
## Testing
- [x] Load test (evidence: load.xml, owner: Asha, due: 2026-06-10)
=== releases/load.xml
<testsuite tests="1" timestamp="2026-01-10T10:00:00"><testcase name="peak"/></testsuite>
)",
    R"(=== releases/REL-1.md
---
id: REL-1
title: Checkout 1.0
target: 2026-06-22
owner: Asha
---
## Testing
- [x] Load test (evidence: load.xml, owner: Asha, due: 2026-06-10)
=== releases/load.xml
<testsuite tests="1" timestamp="2026-05-28T10:00:00"><testcase name="peak"/></testsuite>
)"};

void run(CheckContext& context) {
  const int64_t most = context.settings().thresholds.evidence_days;
  for (const Readiness& readiness : context.analysis.readiness) {
    if (context.is_closed(readiness.record)) continue;
    for (const GateItem& item : readiness.items) {
      if (!item.report || !item.report->written || !item.applies) continue;
      if (days_between(*item.report->written, context.analysis.as_of) <= most) continue;
      context.find(info, {readiness.record},
                   {RecordArgument{static_cast<uint32_t>(readiness.record)}, item.evidence_text,
                    *item.report->written},
                   item.place, "run the tool again and commit its new report");
    }
  }
}

}  // namespace

const Rule evidence_old_rule = {&info, run};

}  // namespace milepost
