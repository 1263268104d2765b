// `schedule:`, `baseline:` and `thresholds:` of program.yaml.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "shape/setting_values.h"
#include "shape/settings.h"

namespace milepost {

/// `effort` or `commitments`, or a mapping that says more. What cannot be read is reported at its
/// place and left at its default; so in the two below.
void read_schedule(const SettingValues& yaml, uint32_t node, Settings& settings);

/// Dates by id: `{M-GA: 2026-06-12}`. A coarse date is its last working day. Whether a record has
/// the id is found out by link/.
void read_baseline(const SettingValues& yaml, uint32_t node, Settings& settings);

/// What may stand under `thresholds:`, in the order of the reference.
std::vector<std::string_view> threshold_names();

/// Whole numbers by name. Levels that have an order (at risk, then off track) have to keep it.
void read_thresholds(const SettingValues& yaml, uint32_t node, Settings& settings);

}  // namespace milepost
