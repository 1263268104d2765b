// MP335: a date that what is left, or what it waits for, does not allow.
#include "check/lateness.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    335,
    "due-cannot-be-kept",
    Severity::warning,
    "a due date is earlier than the work allows (negative float)",
    "{0} is due {1}, and by the plan it comes {2} later, on {3}",
    R"(The date is still ahead, but what is left to do, or what it waits for, does not fit before it: the float against it is
negative. It is said where lateness begins and of each milestone and release that it reaches, not of all work in between; what is overdue
or promised too late is said by those rules.

Shorten what is left, do it side by side, or agree on another date with those who were promised this one.)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Write the runbook, owner: Asha, estimate: 10d, due: 2026-06-05}
)",
    R"(=== tasks.yaml
tasks:
- {id: T-1, title: Write the runbook, owner: Asha, estimate: 10d, due: 2026-06-12}
)"};

Role dated_by(const CheckContext& context, RecordIndex record) {
  return context.analysis.of(record).promised ? Role::promised : Role::due;
}

void run(CheckContext& context) {
  for (const ScheduleItem& item : context.analysis.schedule.items) {
    const Lateness late = lateness_of(context, item);
    if (late.by != LateBy::itself && late.by != LateBy::inherited) continue;
    std::vector<Related> related;
    if (late.first != kNoRecord) {
      related.push_back({context.place_of(late.first, dated_by(context, late.first)),
                         "it waits for `" + context.id_of(late.first) + "` the longest"});
    }
    context.find(info, {item.record},
                 {RecordArgument{static_cast<uint32_t>(item.record)}, late.wanted,
                  DaysArgument{late.days}, item.finish},
                 context.place_of(item.record, dated_by(context, item.record)),
                 "shorten what is left, or agree on another date with those who count on it",
                 std::move(related));
  }
}

}  // namespace

const Rule due_cannot_be_kept_rule = {&info, run};

}  // namespace milepost
