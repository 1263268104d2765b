// The parts of program.yaml that say what days and durations mean.
#pragma once

#include "parse/yaml_tree.h"
#include "shape/setting_values.h"
#include "shape/settings.h"

namespace milepost {

/// `start`, `date_order` and `calendar` of the root mapping. Has to come before all other dates.
void read_calendar_settings(const SettingValues& yaml, Settings& settings);

/// A mapping of `holidays`, `week`, `hours_per_day` and `inherits`; reports other keys.
CalendarLayer read_calendar_layer(const SettingValues& yaml, uint32_t mapping,
                                  const DateContext& dates);

/// "mon-thu" and the like.
std::optional<WeekPattern> read_week(const SettingValues& yaml, uint32_t node);

}  // namespace milepost
