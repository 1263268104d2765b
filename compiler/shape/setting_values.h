// Reads the typed values of program.yaml: days, ranges of days, lengths of time, numbers.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date_parse.h"
#include "calendar/duration.h"
#include "shape/yaml_values.h"

namespace milepost {

/// YamlValues for settings. Whatever cannot be read is reported and gives nothing.
class SettingValues : public YamlValues {
 public:
  using YamlValues::YamlValues;

  /// The text as a string; empty if there is none.
  std::string string(uint32_t i, std::string_view what) const;
  std::vector<std::string> strings(uint32_t i, std::string_view what) const;
  /// MP151.
  std::optional<DateValue> date_value(uint32_t i, const DateContext& dates,
                                      std::string_view what) const;
  /// The first day of what is written. MP151.
  std::optional<Date> date(uint32_t i, const DateContext& dates, std::string_view what) const;
  std::optional<DateRange> range(uint32_t i, const DateContext& dates, std::string_view what) const;
  /// A list of days and ranges, or a mapping of such to names.
  std::vector<DateRange> ranges(uint32_t i, const DateContext& dates, std::string_view what) const;
  /// MP150.
  std::optional<Duration> duration(uint32_t i, const DurationContext& durations,
                                   std::string_view what) const;
  std::optional<double> number(uint32_t i, double least, double most, std::string_view what) const;
  std::optional<int> integer(uint32_t i, int least, int most, std::string_view what) const;

  /// MP150: "`x` is no <what>", with the help.
  void bad_value(uint32_t i, std::string_view what, std::string help) const;

 private:
  void bad_date(uint32_t i, const DateError& error, std::string_view what) const;
};

}  // namespace milepost
