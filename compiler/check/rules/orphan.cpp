// MP350: an open record is linked with nothing.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    350,
    "orphan",
    Severity::note,
    "an open record is linked with nothing",
    "{0} is linked with no other record",
    R"(A record that nothing names and that names nothing is found by nobody who does not look for it: a risk that threatens no
task, an action that came from nowhere.

Name what it belongs to: `part_of:`, `threatens:`, `relates_to:`, or its id in a text.)",
    R"(=== actions.yaml
actions:
- {id: A-1, title: Book the room, owner: Asha, due: 2026-06-20}
)",
    R"(=== actions.yaml
actions:
- {id: A-1, title: Book the room, owner: Asha, due: 2026-06-20, raised_in: MTG-1}
meetings:
- {id: MTG-1, title: Steering committee, held: 2026-05-29}
)"};

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    const Record& r = context.program.record(record);
    if (!kinds.kind(r.kind).hygiene || context.is_closed(record)) continue;
    if (!context.program.outgoing(record).empty() ||
        !context.program.incoming_links(record).empty())
      continue;
    context.find(info, {record}, {RecordArgument{i}}, r.span,
                 "name what it belongs to (`part_of:`, `relates_to:` …), or its id in a text");
  }
}

}  // namespace

const Rule orphan_rule = {&info, run};

}  // namespace milepost
