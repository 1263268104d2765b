// MP346: a release near its target has no rollback plan, or nothing says when to use it.
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    346,
    "no-way-back",
    Severity::warning,
    "a release near its target says neither how nor when to go back",
    "{0} is due {1} and has no {2}",
    R"(On the day nobody has time to work out how one goes back, or to argue whether it is bad enough. Ten working days
before its target, a release has a plan for going back (`rollback:`, or `back_out:` at the steps of its launch) and triggers
that say when (`rollback_triggers:`, or `rollback_if:` of the launch).)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-06-12
  rollback: One command turns the flag off
  acceptance: [{item: Load test, status: passed}]
)",
    R"(=== releases.yaml
releases:
- id: REL-1
  title: Parcel tracking
  owner: Ana
  target: 2026-06-12
  rollback: One command turns the flag off
  rollback_triggers: [error rate above 5 %]
  acceptance: [{item: Load test, status: passed}]
)"};

constexpr int64_t kNearDays = 10;

bool has_plan(const CheckContext& context, const Readiness& one) {
  const Record& record = context.program.record(one.record);
  const FieldId field = context.program.kinds().field_of(record.kind, Role::rollback);
  if (field != kNoField && record.find(field) != nullptr) return true;
  for (const LaunchStep& step : one.launch.steps) {
    if (!step.back_out.empty()) return true;
  }
  return false;
}

void run(CheckContext& context) {
  for (const Readiness& one : context.analysis.readiness) {
    if (!one.release || context.is_closed(one.record) || !one.target) continue;
    if (one.days_to_target > kNearDays || one.verdict == ReadyVerdict::none) continue;
    const bool plan = has_plan(context, one), triggers = !one.launch.rollback_if.empty();
    if (plan && triggers) continue;
    const char* missing = plan       ? "rollback triggers"
                          : triggers ? "rollback plan"
                                     : "rollback plan and no triggers for it";
    context.find(
        info, {one.record},
        {RecordArgument{static_cast<uint32_t>(one.record)}, *one.target, std::string(missing)},
        context.program.record(one.record).span,
        plan ? "add `rollback_triggers:`" : "add `rollback:` and `rollback_triggers:`");
  }
}

}  // namespace

const Rule no_way_back_rule = {&info, run};

}  // namespace milepost
