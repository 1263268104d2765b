// The reference of themes, as Markdown: docs/templates.md.
#pragma once

#include <span>
#include <string>

#include "render/theme.h"

namespace milepost {

/// Every template and partial with its data, every setting, colour and font of theme.yaml, and
/// every text of strings.yaml, from the tables and files that the compiler itself uses. `names` are
/// those that a program's kinds have.
std::string theme_reference(std::span<const ThemeName> names);

}  // namespace milepost
