// Adds up the parts of each summary, the innermost first.
#include "analyze/roll_up.h"

#include <algorithm>

namespace milepost {
namespace {

// What the parts met so far come to.
struct Sum {
  bool any = false;     // of the parts that have a date
  int64_t weight = 0;   // working days of the parts
  int64_t weighed = 0;  // percent times weight
  int64_t parts = 0, done = 0;
};

void add(Sum& sum, ScheduleItem& whole, const ScheduleItem& part, const Sum& of_part) {
  const int64_t weight = part.summary ? of_part.weight : part.length;
  sum.weight += weight;
  sum.weighed += weight * part.percent;
  ++sum.parts;
  if (part.state == PlanState::done) ++sum.done;
  if (!part.dated) return;
  if (!sum.any) {
    whole.start = part.start;
    whole.finish = part.finish;
    whole.late_start = part.late_start;
    whole.late_finish = part.late_finish;
    sum.any = true;
  }
  whole.start = std::min(whole.start, part.start);
  whole.finish = std::max(whole.finish, part.finish);
  whole.late_start = std::min(whole.late_start, part.late_start);
  whole.late_finish = std::max(whole.late_finish, part.late_finish);
  whole.start_known = whole.start_known || part.start_known;
  whole.total_float = std::min(whole.total_float, part.total_float);
}

}  // namespace

void roll_up(const Analysis& analysis, const PlanOutline& outline, const std::vector<bool>& dated,
             Schedule& schedule) {
  std::vector<Sum> sums(schedule.items.size());
  std::vector<uint32_t> first(schedule.items.size() + 1, 0);
  for (const PlanPartOf& part : outline.parts) ++first[part.summary + 1];
  for (std::size_t i = 1; i < first.size(); ++i) first[i] += first[i - 1];

  for (const uint32_t i : outline.order) {
    ScheduleItem& whole = schedule.items[i];
    if (!whole.summary) continue;
    Sum& sum = sums[i];
    for (uint32_t p = first[i]; p < first[i + 1]; ++p) {
      const uint32_t part = outline.parts[p].part;
      add(sum, whole, schedule.items[part], sums[part]);
    }
    whole.dated = sum.any;
    whole.source = LengthSource::none;
    whole.length = whole.remaining = 0;
    if (whole.state == PlanState::done) {
      whole.percent = 100;
      whole.total_float = kNoFloat;
    } else if (sum.weight > 0) {
      whole.percent = static_cast<uint16_t>(sum.weighed / sum.weight);
    } else if (whole.percent == 0 && sum.parts > 0) {
      whole.percent = static_cast<uint16_t>(sum.done * 100 / sum.parts);
    }
    if (!sum.any) continue;

    const uint32_t end = outline.end_nodes[i];
    if (end != kNoNode && dated[end]) {
      const NodeDates& dates = schedule.passes.dates[end];
      whole.finish = std::max(whole.finish, dates.early_finish);
      whole.late_finish = std::max(whole.late_finish, whole.finish);
      if (whole.state != PlanState::done) {
        whole.commitment_float = dates.commitment_float;
        if (dates.bound_by != kNoNode) whole.bound_by = schedule.node_records[dates.bound_by];
      }
    }
    const WorkingTime& time = analysis.time_of(whole.record);
    const auto days = [&](Date from, Date to) {
      return static_cast<int32_t>(std::max<int64_t>(0, time.count(from, to)));
    };
    whole.length = days(whole.start, whole.finish);
    if (whole.state != PlanState::done) {
      whole.remaining = days(std::max(whole.start, analysis.as_of), whole.finish);
    }
    // What its end waits for the longest is one of its parts.
    for (uint32_t p = first[i]; p < first[i + 1]; ++p) {
      const ScheduleItem& part = schedule.items[outline.parts[p].part];
      const bool last = part.dated && part.state != PlanState::done && part.finish == whole.finish;
      if (last && whole.driver == kNoRecord) whole.driver = part.record;
    }
  }
}

}  // namespace milepost
