// `change_control:` and `incident_response:` of program.yaml.
#pragma once

#include <cstdint>
#include <vector>

#include "shape/kinds.h"
#include "shape/setting_values.h"
#include "shape/settings.h"

namespace milepost {

/// What holds where the program says nothing (docs/configuration.md).
std::vector<ChangeControlEntry> default_change_control();
std::vector<IncidentEntry> default_incident_response();

/// A type that is written takes the place of its default; one with nothing in it needs nothing.
/// What cannot be read is reported at its place and left out. The nodes of the roles are added to
/// `roles`: whether `roles:` has them is known once all of the file is read.
void read_change_control(const SettingValues& yaml, uint32_t node, const Kinds& kinds,
                         Settings& settings, std::vector<uint32_t>& roles);

/// Times that are not written stay at their defaults; `none` takes one away.
void read_incident_response(const SettingValues& yaml, uint32_t node, Settings& settings);

}  // namespace milepost
