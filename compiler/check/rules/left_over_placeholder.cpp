// MP353: a part of a template was not filled in.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    353,
    "left-over-placeholder",
    Severity::note,
    "a part of a template was not filled in",
    "{0} still has what its template said to fill in",
    R"(A cell that reads `[Name]`, `TBD` or `Open/Closed` was copied with the template. It counts as unset, which is right, but it
looks as if somebody had thought about it.

Fill it in, or delete it.)",
    R"(=== risks/log.md
| ID | Risk | Likelihood | Impact | Mitigation | Owner |
| --- | --- | --- | --- | --- | --- |
| R-1 | Vendor is late | Low | Low | Weekly call | [Name] |
)",
    R"(=== risks/log.md
| ID | Risk | Likelihood | Impact | Mitigation | Owner |
| --- | --- | --- | --- | --- | --- |
| R-1 | Vendor is late | Low | Low | Weekly call | Asha |
)"};

void run(CheckContext& context) {
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const Record& r = context.program.record(record);
    if (!r.template_leftover || context.is_closed(record)) continue;
    context.find(info, {record}, {RecordArgument{i}}, r.span, "fill it in, or delete it");
  }
}

}  // namespace

const Rule left_over_placeholder_rule = {&info, run};

}  // namespace milepost
