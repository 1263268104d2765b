// docs/gates.md.
#pragma once

#include <string>

#include "shape/gate_templates.h"

namespace milepost {

/// The reference page of the gates of the library, as Markdown.
std::string gates_reference(const GateLibrary& gates);

}  // namespace milepost
