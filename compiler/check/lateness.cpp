// Finds where lateness begins.
#include "check/lateness.h"

#include <algorithm>

namespace milepost {
namespace {

bool is_promise(const ScheduleItem& item) {
  return item.kind == PlanKind::milestone || item.kind == PlanKind::release;
}

int64_t days_late(const CheckContext& context, const ScheduleItem& item) {
  return context.analysis.time_of(item.record).between(*item.commitment, item.finish);
}

// MP331 says so.
bool is_promised_late(const CheckContext& context, RecordIndex record) {
  const RecordFacts& facts = context.analysis.of(record);
  return facts.promised && facts.needed_by && *facts.promised > *facts.needed_by;
}

// What holds the item to the day; null if its own length or date does.
const ScheduleItem* holder(const Schedule& schedule, const ScheduleItem& item) {
  if (item.driver == kNoRecord || item.node == kNoNode) return nullptr;
  const NodeDates& dates = schedule.passes.dates[item.node];
  if (dates.edge == kNoEdge || dates.gap > 0) return nullptr;
  const ScheduleItem* first = schedule.item(item.driver);
  return first == nullptr || first->state == PlanState::done ? nullptr : first;
}

}  // namespace

Lateness lateness_of(const CheckContext& context, const ScheduleItem& item) {
  const Schedule& schedule = context.analysis.schedule;
  Lateness late;
  if (item.summary || !item.dated || item.node == kNoNode || item.state == PlanState::done) {
    return late;
  }
  const RecordFacts& facts = context.analysis.of(item.record);
  const std::optional<Date> wanted =
      item.commitment ? item.commitment : schedule.network.nodes[item.node].deadline;
  if (!wanted || item.finish <= *wanted) return late;
  const bool overdue = facts.due && *facts.due < context.analysis.as_of;
  const bool out_of_order = facts.start && facts.due && *facts.start > *facts.due;
  if (out_of_order) return late;
  if (overdue || is_promised_late(context, item.record) || context.is_closed(item.record)) {
    return late;
  }
  const Thresholds& limits = context.settings().thresholds;
  const int least = is_promise(item) ? limits.milestone_at_risk_days : limits.task_at_risk_days;
  late.wanted = *wanted;
  late.days = context.analysis.time_of(item.record).between(*wanted, item.finish);
  if (late.days < std::max(least, 1)) return late;

  // Back over what has no date of its own: it passes on what holds it.
  constexpr int kMostSteps = 100;
  const ScheduleItem* first = holder(schedule, item);
  late.first = first == nullptr ? kNoRecord : first->record;
  int steps = 0;
  while (first != nullptr && !first->commitment && steps++ < kMostSteps) {
    first = holder(schedule, *first);
  }
  if (first == nullptr || steps > kMostSteps) {
    late.by = LateBy::itself;
    return late;
  }
  // Two calendars may differ by a day; what is more than that the item adds itself.
  constexpr int64_t kNoise = 1;
  const int64_t before = days_late(context, *first);
  if (before > 0 && late.days > before + kNoise) {
    late.by = LateBy::itself;
  } else if (before > 0 || is_promised_late(context, first->record)) {
    late.by = is_promise(item) ? LateBy::inherited : LateBy::nothing;
  } else {
    late.by = first->record == late.first ? LateBy::other : LateBy::itself;
  }
  return late;
}

}  // namespace milepost
