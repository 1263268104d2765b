// Colours of a theme: reading them, and how well one is read on another.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

struct Colour {
  uint8_t red = 0, green = 0, blue = 0;
  friend constexpr auto operator<=>(const Colour&, const Colour&) = default;
};

/// `#rgb`, `#rrggbb` or a name that CSS knows, in any case. Nothing for all else: what comes out is
/// a colour and cannot be anything more.
std::optional<Colour> read_colour(std::string_view text);
/// `#rrggbb`.
std::string hex(Colour colour);
/// The names that read_colour knows, in order.
std::vector<std::string_view> colour_names();

/// The contrast of WCAG 2, from 1 to 21.
double contrast(Colour a, Colour b);
/// `a` with `share` of 256 parts of `b` in it.
Colour mixed(Colour a, Colour b, int share);
/// The colour nearest to `colour`, lighter or darker, that has at least `ratio` on `ground`; black
/// or white if none between has.
Colour with_contrast(Colour colour, Colour ground, double ratio);

}  // namespace milepost
