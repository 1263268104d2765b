// MP364: a date that somebody was promised will not be kept, and nobody has escalated it.
#include <algorithm>
#include <optional>
#include <string>

#include "check/escalations.h"
#include "check/rules.h"

namespace milepost {
namespace {

const RuleInfo info = {
    364,
    "promise-at-risk",
    Severity::warning,
    "a date that somebody was promised will not be kept, and nobody has escalated it",
    "{0} was promised to {1} for {2} and comes {3} later, and nobody has escalated that",
    R"(`committed_to:` says who was promised the date. They learn it from somebody, and it should be from whoever made the promise, with
what can be had instead. A slip of more than a week is reported as MP360, for whoever it concerns.

Write an escalation with options, and name the milestone in `escalates:`; a change request or a decision about it ends this, too.)",
    R"(=== plan.yaml
tasks:
- {id: T-1, title: Write the importer, owner: Asha, start: 2026-06-01, estimate: 8d, delivers: [M-1]}
milestones:
- {id: M-1, title: Import, owner: Asha, due: 2026-06-05, committed_to: [Fern & Fable]}
)",
    R"(=== plan.yaml
tasks:
- {id: T-1, title: Write the importer, owner: Asha, start: 2026-06-01, estimate: 4d, delivers: [M-1]}
milestones:
- {id: M-1, title: Import, owner: Asha, due: 2026-06-05, committed_to: [Fern & Fable]}
)"};

std::string promised_to(const CheckContext& context, RecordIndex index) {
  const Record& record = context.program.record(index);
  const FieldId id = context.program.kinds().find_field(record.kind, "committed_to");
  const FieldValue* field = id == kNoField ? nullptr : record.find(id);
  std::string words;
  if (field == nullptr) return words;
  for (const Value& value : field->values) {
    if (value.text.empty()) continue;
    if (!words.empty()) words += ", ";
    words += value.text;
  }
  return words;
}

void run(CheckContext& context) {
  const Thresholds& limits = context.settings().thresholds;
  const int least = std::max(limits.milestone_at_risk_days, 1);
  std::optional<Escalated> escalated;
  for (const Explanation& why : context.analysis.schedule.explanations) {
    if (context.is_closed(why.milestone)) continue;
    const ScheduleItem* item = context.analysis.schedule.item(why.milestone);
    if (item == nullptr || !item->commitment) continue;
    const int64_t days =
        context.analysis.time_of(why.milestone).between(*item->commitment, item->finish);
    if (days < least || days > limits.escalate_slip_days) continue;
    const std::string promised = promised_to(context, why.milestone);
    if (promised.empty()) continue;
    if (!escalated) escalated.emplace(context);
    const bool known = escalated->covers(why.milestone) ||
                       std::ranges::any_of(why.parts, [&](const SlipPart& part) {
                         return escalated->covers(part.item) || escalated->covers(part.because);
                       });
    if (known) continue;
    const std::string whom = whom_to_ask(context, 1);
    context.find(
        info, {why.milestone},
        {RecordArgument{static_cast<uint32_t>(why.milestone)}, promised, *item->commitment,
         DaysArgument{days}, whom},
        context.place_of(why.milestone, Role::due),
        new_escalation(whom, context.id_of(why.milestone) + ": the promise will not be kept") +
            ", and name it in `escalates:`");
  }
}

}  // namespace

const Rule promise_at_risk_rule = {&info, run};

}  // namespace milepost
