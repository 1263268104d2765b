// The reference of kinds as Markdown: docs/kinds.md is what it makes of the built-in ones.
#pragma once

#include <string>

#include "shape/kinds.h"

namespace milepost {

/// Every kind with its purpose, fields, links, statuses and an example.
std::string kinds_reference(const Kinds& kinds);

}  // namespace milepost
