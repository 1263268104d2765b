// Reads gates.yaml and `gates:` of program.yaml.
#pragma once

#include <cstdint>
#include <vector>

#include "shape/gate_templates.h"
#include "shape/setting_values.h"
#include "shape/settings.h"

namespace milepost {

/// Reads what is written as gates.yaml is.
GateLibrary read_gate_library(const YamlTree& tree, DiagnosticSink& sink);

/// The gates of the library, read at the first call; any thread may call it.
const GateLibrary& builtin_gates();

/// Adds to `settings.gates`, which has the library: a gate of a known name is changed, any other
/// one is new. Needs the dates and lengths of `settings`. What cannot be read is reported and left
/// out. Gives the nodes that name an owner, which may be a role or a person.
std::vector<uint32_t> read_gates_setting(const SettingValues& yaml, uint32_t node,
                                         Settings& settings);

}  // namespace milepost
