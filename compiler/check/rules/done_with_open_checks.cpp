// MP319: something is done, but has open check boxes.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    319,
    "done-with-open-checks",
    Severity::warning,
    "something is done, but has open check boxes",
    "{0} is done, but {1} of {2} check boxes are open",
    R"(Either the work is not finished or the list was not kept. Who reads only the status believes it is.

Check the boxes, delete what was dropped, mark it `(advisory)`, or take the status back.)",
    R"(=== tasks/T-1.md
---
id: T-1
title: Prepare the cut-over
owner: Asha
status: done
---
- [x] Rehearse it
- [ ] Tell support
)",
    R"(=== tasks/T-1.md
---
id: T-1
title: Prepare the cut-over
owner: Asha
status: done
---
- [x] Rehearse it
- [ ] Film it (advisory)
)"};

void run(CheckContext& context) {
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    if (context.analysis.of(record).phase != Phase::done) continue;
    const Record& r = context.program.record(record);
    int64_t open = 0;
    int64_t required = 0;
    Span first;
    for (const CheckItem& item : r.checks) {
      if (item.advisory) continue;
      ++required;
      if (item.checked) continue;
      if (open++ == 0) first = item.span;
    }
    if (open == 0) continue;
    context.find(info, {record}, {RecordArgument{i}, open, required}, first,
                 "check it, mark it `(advisory)`, delete it, or take the status back",
                 {{context.place_of(record, Role::status), "said to be done here"}});
  }
}

}  // namespace

const Rule done_with_open_checks_rule = {&info, run};

}  // namespace milepost
