// MP313: a risk has come true and no issue says so.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    313,
    "realized-without-issue",
    Severity::warning,
    "a risk has come true and no issue says so",
    "{0} is realized, but names no issue that it became",
    R"(A risk that has happened is no risk any more: somebody must work on it. The issue carries that work, with an owner and
a date, and the risk keeps a pointer to it.

Open an issue and name it in `realized_as:`.)",
    R"(=== risks.yaml
risks:
- {id: R-1, title: Vendor is late, likelihood: high, impact: medium, owner: Asha, status: realized}
)",
    R"(=== risks.yaml
risks:
- {id: R-1, title: Vendor is late, likelihood: high, impact: medium, owner: Asha, status: realized, realized_as: I-1}
issues:
- {id: I-1, title: Vendor is three weeks late, severity: high, owner: Asha, raised: 2026-05-28}
)"};

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const LinkTypeId type = kinds.find_link_type("realized_as");
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const Record& r = context.program.record(record);
    const RecordFacts& facts = context.analysis.of(record);
    if (facts.status == kNoStatus) continue;
    if (kinds.kind(r.kind).statuses[static_cast<size_t>(facts.status)].name != "realized") continue;
    bool named = false;
    for (const Link& link : context.program.outgoing(record)) named = named || link.type == type;
    if (named) continue;
    context.find(info, {record}, {RecordArgument{i}}, context.place_of(record, Role::status),
                 "open an issue for it and add `realized_as:` with its id");
  }
}

}  // namespace

const Rule realized_without_issue_rule = {&info, run};

}  // namespace milepost
