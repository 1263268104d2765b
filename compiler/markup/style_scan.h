// Looks for what a style sheet could load or run.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace milepost {

struct StyleObjection {
  size_t offset = 0;  // a byte of the sheet
  std::string what;
};

/// Nothing if the sheet imports nothing and every address in it is a picture inside the sheet
/// (data:image/…), a part of the page (#name) or, if `own_files`, a relative path. Escapes and
/// comments do not hide anything. Linear.
std::optional<StyleObjection> object_to_style(std::string_view css, bool own_files = false);

}  // namespace milepost
