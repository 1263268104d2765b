// MP355: a report that an item names as its evidence cannot be read.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    355,
    "evidence-unreadable",
    Severity::warning,
    "a report that an item names as its evidence cannot be read",
    "the evidence {1} of {0} {2}",
    R"(An item of a gate may name the report of a tool: JUnit XML, SARIF, lcov or Cobertura XML. Whether the item holds is then
read from its numbers. This file is none of them, was cut off on the way, or is larger than `limits:` allows; the message says where in it.
Until it can be read the item does not hold, whatever its box says.

Let the tool write the report again, or name another file. A file that only people read (a PDF, a log) may have any other name.)",
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
<testsuite tests="3"><testcase
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
<testsuite tests="1"><testcase name="peak"/></testsuite>
)"};

void run(CheckContext& context) {
  for (const Readiness& readiness : context.analysis.readiness) {
    for (const GateItem& item : readiness.items) {
      if (item.evidence_problem.empty()) continue;
      context.find(info, {readiness.record},
                   {RecordArgument{static_cast<uint32_t>(readiness.record)}, item.evidence_text,
                    item.evidence_problem},
                   item.place, "write the report again, or name another file");
    }
  }
}

}  // namespace

const Rule evidence_unreadable_rule = {&info, run};

}  // namespace milepost
