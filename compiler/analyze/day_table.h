// Positions in time as parts of days, and the same as parts of working days, by table.
#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "calendar/date.h"
#include "calendar/working_time.h"

namespace milepost {

/// A moment is a number of calendar days since the beginning of `origin`, a rank the working days
/// before it; both may have parts. Within a working day time runs evenly. Past the table days go on
/// as the week pattern has them on average.
class DayTable {
 public:
  DayTable(const WorkingTime& time, Date origin, int32_t days)
      : time_(&time), origin_(origin), days_(days) {
    ranks_.reserve(static_cast<std::size_t>(days) + 2);
    int32_t rank = 0;
    for (int32_t day = 0; day <= days; ++day) {
      ranks_.push_back(rank);
      if (!time.is_working(add_days(origin, day))) continue;
      worked_.push_back(day);
      ++rank;
    }
    ranks_.push_back(rank);
    stretch_ = 7.0 / time.week().days();
    // One worked day past the end, so that every rank inside the table has a day.
    worked_.push_back(days + 1);
  }

  /// Working days in [origin, moment); negative before it.
  double rank(double moment) const {
    if (moment < 0) return rank_before(moment);
    if (moment >= days_)
      return ranks_[static_cast<std::size_t>(days_)] + (moment - days_) / stretch_;
    const auto day = static_cast<std::size_t>(moment);
    return ranks_[day] + (ranks_[day + 1] - ranks_[day]) * (moment - static_cast<double>(day));
  }

  /// The earliest moment with so many working days before it: when work is over.
  double over(double rank) const {
    if (rank <= 0) return before(rank, static_cast<int64_t>(std::ceil(rank)) - 1);
    const auto at = static_cast<std::size_t>(std::ceil(rank) - 1);
    if (at + 1 >= worked_.size()) return beyond(rank);
    return worked_[at] + (rank - static_cast<double>(at));
  }

  /// The latest moment with so many: when work begins.
  double begun(double rank) const {
    if (rank < 0) return before(rank, static_cast<int64_t>(std::floor(rank)));
    const auto at = static_cast<std::size_t>(rank);
    if (at + 1 >= worked_.size()) return beyond(rank);
    return worked_[at] + (rank - static_cast<double>(at));
  }

 private:
  double rank_before(double moment) const {
    const double day = std::floor(moment);
    const auto whole = static_cast<int64_t>(day);
    const Date date = add_days(origin_, whole);
    const auto after = static_cast<double>(time_->count(date, add_days(origin_, -1)));
    return -after + (time_->is_working(date) ? moment - day : 0);
  }
  // In the working day of number `day`, which is negative: before `origin`.
  double before(double rank, int64_t day) const {
    const int64_t begins = days_between(origin_, time_->add(origin_, day));
    return static_cast<double>(begins) + (rank - static_cast<double>(day));
  }
  double beyond(double rank) const {
    const double last = ranks_[static_cast<std::size_t>(days_)];
    return days_ + (rank - last) * stretch_;
  }

  const WorkingTime* time_;
  Date origin_;
  int32_t days_;
  double stretch_ = 1.4;
  std::vector<int32_t> ranks_;   // by day
  std::vector<int32_t> worked_;  // by rank
};

}  // namespace milepost
