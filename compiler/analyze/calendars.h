// Which working days each record keeps.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "calendar/working_time.h"
#include "link/program.h"

namespace milepost {

/// Makes the working time of people and teams when it is first asked for.
class Calendars {
 public:
  explicit Calendars(const Program& program);

  /// Index into times() for a record of this owner and team (either may be none).
  uint32_t time_for(PersonIndex owner, TeamIndex team);
  const WorkingTime& at(uint32_t index) const { return times_[index]; }
  std::vector<WorkingTime> take() { return std::move(times_); }

 private:
  const CalendarLayer* named_layer(const std::string& calendar) const;
  uint32_t add(std::vector<const CalendarLayer*> layers);

  const Program& program_;
  std::vector<WorkingTime> times_;
  std::unordered_map<uint64_t, uint32_t> known_;  // team << 32 | person
};

}  // namespace milepost
