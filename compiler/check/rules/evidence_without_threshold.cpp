// MP357: it cannot be told from a report whether its item holds.
#include "check/rules.h"
#include "evidence/expectation.h"

namespace milepost {
namespace {

const RuleInfo info = {
    357,
    "evidence-without-threshold",
    Severity::note,
    "it cannot be told from a report whether its item holds",
    "the evidence {1} of {0} {2}",
    R"(Coverage is only good or bad beside a threshold: write it in the item, `expect: coverage >= 80 %`, or in its text. A
threshold is a comparison with a number: `branch >= 70 %`, `failures = 0`, `errors <= 3`, `no warnings`, `pass rate >= 99 %`; several are joined by a
comma. It has to be about something the report counts. Until then the box decides.)",
    R"(=== releases/REL-1.md
---
id: REL-1
title: Checkout 1.0
target: 2026-06-22
owner: Asha
---
## Testing
- [ ] Coverage (evidence: lcov.info, owner: Asha, due: 2026-06-10)
=== releases/lcov.info
SF:a.c
DA:1,1
end_of_record
)",
    R"(=== releases/REL-1.md
---
id: REL-1
title: Checkout 1.0
target: 2026-06-22
owner: Asha
---
## Testing
- [ ] Coverage at least 80 % (evidence: lcov.info, owner: Asha, due: 2026-06-10)
=== releases/lcov.info
SF:a.c
DA:1,1
end_of_record
)"};

std::string words_of(EvidenceDoubt doubt, const GateItem& item) {
  switch (doubt) {
    case EvidenceDoubt::no_threshold:
      return "has coverage of " + item.measured + " and no threshold";
    case EvidenceDoubt::unclear_threshold:
      return "has a threshold that cannot be read: " + item.expects;
    default:
      return "does not count what is expected of it";
  }
}

void run(CheckContext& context) {
  for (const Readiness& readiness : context.analysis.readiness) {
    for (const GateItem& item : readiness.items) {
      if (!item.report || !item.applies) continue;
      const EvidenceDoubt doubt = judge_evidence(*item.report, item.expects).doubt;
      if (doubt == EvidenceDoubt::none) continue;
      context.find(info, {readiness.record},
                   {RecordArgument{static_cast<uint32_t>(readiness.record)}, item.evidence_text,
                    words_of(doubt, item)},
                   item.place, "write a threshold: `expect: coverage >= 80 %`");
    }
  }
}

}  // namespace

const Rule evidence_without_threshold_rule = {&info, run};

}  // namespace milepost
