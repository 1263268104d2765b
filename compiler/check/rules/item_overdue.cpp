// MP348: a required item of a release, milestone or dependency is past its date.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    348,
    "item-overdue",
    Severity::warning,
    "a required item of a gate is past its date",
    "{0}: \"{1}\" was due {2}, {3} ago",
    R"(An item of a gate has a date of its own so that there is time to mend what it finds. Past that date it blocks, however
far away the target is.

Check it, move its date, or have it waived.)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-07-31
  acceptance: [{item: Load test, owner: Ben, due: 2026-05-20}]
)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-07-31
  acceptance: [{item: Load test, owner: Ben, due: 2026-06-20}, {item: Unit tests, status: passed, due: 2026-05-20}]
)"};

void run(CheckContext& context) {
  const Analysis& analysis = context.analysis;
  for (const Readiness& one : analysis.readiness) {
    if (context.is_closed(one.record)) continue;
    const LabelIndex own = context.program.label_of(one.record);
    for (const GateItem& item : one.items) {
      if (!item.required || item.state != ItemState::missing || !item.due) continue;
      if (*item.due >= analysis.as_of) continue;
      const int64_t late = analysis.time_of(one.record).between(*item.due, analysis.as_of);
      // The words of a part for one audience stay there.
      context.find(
          info, {one.record},
          {RecordArgument{static_cast<uint32_t>(one.record)},
           item.label == own ? item.text : std::string("an item"), *item.due, DaysArgument{late}},
          item.place, "check it, move its date, or have it waived");
    }
  }
}

}  // namespace

const Rule item_overdue_rule = {&info, run};

}  // namespace milepost
