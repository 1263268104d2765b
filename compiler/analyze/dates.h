// Dates of fields as days: precision, and dates that count from others, resolved.
#pragma once

#include <optional>
#include <unordered_map>

#include "analyze/calendars.h"
#include "calendar/date.h"
#include "calendar/zone.h"
#include "link/program.h"

namespace milepost {

/// Whether a coarse date means its first or its last working day.
enum class DateSense : uint8_t { begins, ends };

/// `begins` for a date something starts or happened on, `ends` for one it is wanted by.
DateSense sense_of(Role role);

/// Resolves each value once. The working time of a record is that of `time_of` (by record, into
/// Calendars), which must be filled before.
class DateResolver {
 public:
  DateResolver(const Program& program, const Calendars& calendars,
               const std::vector<uint32_t>& time_of);

  /// The day a date, moment, `when` or an object that holds one means; nothing if it is none or if
  /// what it counts from has no date.
  std::optional<Date> resolve(RecordIndex record, const Value& value, DateSense sense);
  const Zone& zone() const { return zone_; }

 private:
  std::optional<Date> plain(RecordIndex record, const Value& value, DateSense sense) const;
  const WorkingTime& time(RecordIndex record) const {
    return calendars_.at(time_of_[static_cast<uint32_t>(record)]);
  }
  DateSense sense_at(const CountsFrom& anchor) const;

  const Program& program_;
  const Calendars& calendars_;
  const std::vector<uint32_t>& time_of_;
  Zone zone_;
  std::unordered_map<const Value*, std::optional<Date>>
      counted_;  // of `when` values with an anchor
};

}  // namespace milepost
