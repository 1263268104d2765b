// MP354: a record has no id of its own.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    354,
    "generated-id",
    Severity::note,
    "a record has no id of its own",
    "{0} got an id made from its title",
    R"(Without an id of its own a record gets one made from its kind, file and title. It changes when one of them does, and with it the
address of its page.

Add `id:`, or an ID column to the table.)",
    R"(=== tasks.yaml
tasks:
- {title: Write the runbook, owner: Asha, due: 2026-06-20}
)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Write the runbook, owner: Asha, due: 2026-06-20}
)"};

void run(CheckContext& context) {
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const Record& r = context.program.record(record);
    if (r.id_origin != IdOrigin::generated || context.is_closed(record)) continue;
    context.find(info, {record}, {RecordArgument{i}}, r.span,
                 r.spelling == Spelling::table ? "add an ID column" : "add `id:`");
  }
}

}  // namespace

const Rule generated_id_rule = {&info, run};

}  // namespace milepost
