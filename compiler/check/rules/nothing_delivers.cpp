// MP333: nothing delivers an open milestone.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    333,
    "nothing-delivers",
    Severity::note,
    "nothing delivers an open milestone",
    "{0} has no task, dependency or release that delivers it",
    R"(A milestone that nothing leads to has a date that nothing can move, so nobody sees it slip.

Add `delivers: M-1` to what must be done for it, or `depends_on:` to the milestone.)",
    R"(=== milestones.yaml
milestones:
- {id: M-1, title: Pilot, owner: Dana, due: 2026-07-10}
)",
    R"(=== milestones.yaml
milestones:
- {id: M-1, title: Pilot, owner: Dana, due: 2026-07-10}
tasks:
- {id: T-1, title: Build it, owner: Asha, due: 2026-07-03, delivers: M-1}
)"};

void run(CheckContext& context) {
  const Kinds& kinds = context.program.kinds();
  const KindId milestone = kinds.find_kind("milestone");
  const LinkTypeId delivers = kinds.find_link_type("delivers");
  const LinkTypeId depends_on = kinds.find_link_type("depends_on");
  for (uint32_t i = 0; i < context.record_count(); ++i) {
    const RecordIndex record{i};
    if (!kinds.is(context.program.record(record).kind, milestone) || context.is_closed(record))
      continue;
    bool led_to = false;
    for (const uint32_t number : context.program.incoming_links(record)) {
      led_to = led_to || context.program.links[number].type == delivers;
    }
    for (const Link& link : context.program.outgoing(record))
      led_to = led_to || link.type == depends_on;
    if (led_to) continue;
    context.find(info, {record}, {RecordArgument{i}}, context.program.record(record).span,
                 "add `delivers: " + context.id_of(record) + "` to what must be done for it");
  }
}

}  // namespace

const Rule nothing_delivers_rule = {&info, run};

}  // namespace milepost
