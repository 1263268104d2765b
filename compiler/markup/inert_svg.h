// Tells pictures that only draw from SVG files that may do something else.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace milepost {

/// Why an SVG file may not be published, and where (a byte).
struct SvgObjection {
  size_t offset = 0;
  std::string
      what;  // "the element <script>", "the attribute `onload`", "an address outside the file"
};

/// Nothing if every element and attribute of the file is on a list of those that draw, and every
/// address leads to a part of the file or is a bitmap inside it. Opened on its own it then runs no
/// script and loads nothing. Everything else is objected to: DOCTYPE and entities, style sheets
/// that load, links, animation, foreign content, whatever is not known. Linear.
std::optional<SvgObjection> object_to_svg(std::string_view bytes);

}  // namespace milepost
