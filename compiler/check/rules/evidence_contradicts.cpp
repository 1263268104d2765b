// MP356: the box of an item is checked, but its evidence says no or is not there.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    356,
    "evidence-contradicts",
    Severity::warning,
    "the box of an item is checked, but its evidence says no or is not there",
    "an item of {0} is checked, but its evidence {1} {2}",
    R"(The report counts more than the box: the item stands as failed, and the release is no-go until one of the two changes.
Tests have to be some, without a failure or an error; a scan may have no result of level error; coverage has to keep the threshold that the item
says (`expect: coverage >= 80 %`).

Mend what the report found and commit the new report, or take the check back.)",
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
<testsuite tests="1"><testcase name="peak"><failure/></testcase></testsuite>
)",
    R"(=== releases/REL-1.md
---
id: REL-1
title: Checkout 1.0
target: 2026-06-22
owner: Asha
---
## Testing
- [ ] Load test (evidence: load.xml, owner: Asha, due: 2026-06-10)
=== releases/load.xml
<testsuite tests="1"><testcase name="peak"><failure/></testcase></testsuite>
)"};

void run(CheckContext& context) {
  for (const Readiness& readiness : context.analysis.readiness) {
    for (const GateItem& item : readiness.items) {
      if (!item.checked || !item.applies) continue;
      const bool failed = item.report && item.state == ItemState::failed;
      const bool gone = item.evidence == EvidenceKind::file && !item.evidence_there;
      if (!failed && !gone) continue;
      context.find(info, {readiness.record},
                   {RecordArgument{static_cast<uint32_t>(readiness.record)}, item.evidence_text,
                    failed ? "says no (" + item.measured + ")" : std::string("is not there")},
                   item.place,
                   failed ? "mend what it found and commit the new report, or take the check back"
                          : "commit the file, or take the check back");
    }
  }
}

}  // namespace

const Rule evidence_contradicts_rule = {&info, run};

}  // namespace milepost
