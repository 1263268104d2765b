// Chooses the part of the calendar that the plan is shown on.
#include <algorithm>
#include <limits>

#include "compose/gantt.h"

namespace milepost {
namespace {

constexpr int64_t kShort = 112;      // days: a plan that is not longer is shown whole
constexpr int64_t kMostBefore = 56;  // of work that goes on
constexpr int64_t kLeastBefore = 14;
constexpr int64_t kAfter = 14;       // the target
constexpr int64_t kLeastAfter = 28;  // as-of
constexpr int64_t kLongest = 1100;
constexpr int32_t kNear = 49;  // on a narrow screen
constexpr int32_t kNearBefore = 14;

struct Days {
  int64_t first = std::numeric_limits<int64_t>::max();
  int64_t last = std::numeric_limits<int64_t>::min();

  void add(Date day) {
    first = std::min<int64_t>(first, day.days);
    last = std::max<int64_t>(last, day.days);
  }
  bool empty() const { return last < first; }
};

int64_t target_end(const View& view) {
  const ViewSchedule& schedule = view.schedule;
  const ViewScheduleItem* target =
      schedule.target == kNotInPlan ? nullptr : schedule.item(schedule.target);
  if (target == nullptr || !target->dated || target->state == ViewPlanState::done) return 0;
  Date end = target->finish;
  if (const ViewForecastDates* likely = schedule.forecast_of(schedule.target)) {
    end = std::max(end, likely->p80);
  }
  if (target->commitment) end = std::max(end, *target->commitment);
  return end.days;
}

class WindowMaker {
 public:
  explicit WindowMaker(const View& view) : view_(view), as_of_(view.program.as_of) {}

  GanttWindow make() {
    measure();
    scale();
    runs();
    near();
    return std::move(window_);
  }

 private:
  void measure() {
    Days all, open, going;
    for (const ViewScheduleItem& item : view_.schedule.items) {
      if (!item.dated) continue;
      all.add(item.start);
      all.add(item.finish);
      if (item.state == ViewPlanState::done) continue;
      open.add(item.finish);
      if (item.state == ViewPlanState::started) going.add(item.start);
    }
    all.add(as_of_);
    if (open.empty()) open.add(as_of_);
    if (going.empty()) going.add(as_of_);
    int64_t first = std::clamp(going.first, as_of_.days - kMostBefore, as_of_.days - kLeastBefore);
    const int64_t target = target_end(view_);
    int64_t last = (target == 0 ? open.last : target) + kAfter;
    last = std::max(last, as_of_.days + kLeastAfter);
    if (all.last - all.first <= kShort) {
      first = all.first - 3;
      last = all.last + 7;
    }
    const Weekday begins = view_.working_time.week().first_day();
    window_.first = week_begin(add_days(Date{0}, first), begins);
    last = std::min(last, window_.first.days + kLongest);
    const Date after = add_days(week_begin(add_days(Date{0}, last), begins), 7);
    window_.days = std::max(window_.place(after), 14);
    window_.as_of = window_.place(as_of_);
  }

  void tick(Date day, bool major) {
    const int32_t at = window_.place(day);
    if (at >= 0 && at < window_.days) window_.ticks.push_back({at, major});
  }

  void scale() {
    const Date end = add_days(window_.first, window_.days);
    if (window_.days <= 42) {
      window_.scale = GanttScale::days;
    } else if (window_.days <= 200) {
      window_.scale = GanttScale::weeks;
    } else {
      window_.scale = window_.days <= 740 ? GanttScale::months : GanttScale::quarters;
    }
    if (window_.scale == GanttScale::days || window_.scale == GanttScale::weeks) {
      const int64_t step = window_.scale == GanttScale::days ? 1 : 7;
      for (Date day = window_.first; day < end; day = add_days(day, step)) tick(day, false);
      for (Date day = first_of_month(window_.first); day < end; day = add_months(day, 1)) {
        tick(day, true);
      }
    } else {
      const int64_t step = window_.scale == GanttScale::months ? 1 : 3;
      const CivilDate first = civil(window_.first);
      const Date year = nearest_date(first.year, 1, 1);
      for (Date day = year; day < end; day = add_months(day, step)) tick(day, false);
      for (Date day = year; day < end; day = add_months(day, 12)) tick(day, true);
    }
    // A major line covers the minor one of the same day.
    std::ranges::stable_sort(window_.ticks, [](const GanttTick& a, const GanttTick& b) {
      return a.at != b.at ? a.at < b.at : a.major && !b.major;
    });
  }

  // On a scale of months only long holidays can be seen.
  void runs() {
    const WorkingTime& time = view_.working_time;
    const bool fine = window_.scale == GanttScale::days || window_.scale == GanttScale::weeks;
    const int32_t least = fine ? 1 : 5;
    const auto kind_of = [&](Date day) {
      return time.week().works(weekday(day)) ? GanttOff::holiday : GanttOff::weekend;
    };
    if (time.week().days() < 7 || !time.days_off().empty()) {
      std::vector<GanttRun> found;
      for (int32_t at = 0; at < window_.days; ++at) {
        const Date day = add_days(window_.first, at);
        if (time.is_working(day)) continue;
        const GanttOff kind = kind_of(day);
        if (!found.empty() && found.back().to == at && (!fine || found.back().kind == kind)) {
          found.back().to = at + 1;
          if (kind == GanttOff::holiday) found.back().kind = kind;
        } else {
          found.push_back({at, at + 1, kind});
        }
      }
      for (const GanttRun& run : found) {
        if (run.to - run.from >= least) window_.runs.push_back(run);
      }
    }
    for (const DateRange& freeze : view_.freezes) {
      const int32_t from = std::max(window_.place(freeze.first), 0);
      const int32_t to = std::min(window_.place(freeze.last), window_.days - 1) + 1;
      if (from < to) window_.runs.push_back({from, to, GanttOff::freeze});
    }
  }

  void near() {
    window_.near_days = std::min(kNear, window_.days);
    const int32_t last = window_.days - window_.near_days;
    const int32_t wanted = (window_.as_of - kNearBefore) / 7 * 7;
    window_.near_first = std::clamp(wanted, 0, last);
  }

  const View& view_;
  Date as_of_;
  GanttWindow window_;
};

}  // namespace

GanttWindow gantt_window(const View& view) {
  return WindowMaker(view).make();
}

}  // namespace milepost
