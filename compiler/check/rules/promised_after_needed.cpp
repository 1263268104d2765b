// MP331: a dependency is promised later than it is needed.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    331,
    "promised-after-needed",
    Severity::warning,
    "a dependency is promised later than it is needed",
    "{0} is promised for {1}, {2} after it is needed on {3}",
    R"(The provider has told you the date, and it is too late for the consumer: this slip is known today. It is the
cheapest moment to talk.

Agree on an earlier date, move what needs it, or say what happens in the gap (`mitigation:`).)",
    R"(=== dependencies.yaml
dependencies:
- {id: DEP-1, title: Payment API in staging, owner: Lee, needed_by: 2026-06-12, promised: 2026-06-19, commitment: agreed, status: in_progress}
)",
    R"(=== dependencies.yaml
dependencies:
- {id: DEP-1, title: Payment API in staging, owner: Lee, needed_by: 2026-06-19, promised: 2026-06-12, commitment: agreed, status: in_progress}
)"};

void run(CheckContext& context) {
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const RecordFacts& facts = context.analysis.of(record);
    if (!facts.promised || !facts.needed_by || *facts.promised <= *facts.needed_by) continue;
    if (context.is_closed(record)) continue;
    const int64_t late =
        context.analysis.time_of(record).between(*facts.needed_by, *facts.promised);
    context.find(info, {record},
                 {RecordArgument{i}, *facts.promised, DaysArgument{late}, *facts.needed_by},
                 context.place_of(record, Role::promised),
                 "agree on an earlier date, move what needs it, or add a mitigation for the gap",
                 {{context.place_of(record, Role::needed_by), "needed by"}});
  }
}

}  // namespace

const Rule promised_after_needed_rule = {&info, run};

}  // namespace milepost
