// The colour tokens of a style sheet, and which of them must be told from which.
#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "render/colour.h"

namespace milepost {

enum class Scheme : uint8_t { light, dark };
inline constexpr std::array kSchemes = {Scheme::light, Scheme::dark};

/// A custom property of `:root` that is a colour, by Scheme.
struct ColourToken {
  std::array<Colour, 2> colours;
  Colour in(Scheme scheme) const { return colours[static_cast<size_t>(scheme)]; }
};
using Palette = std::map<std::string, ColourToken, std::less<>>;  // "ink-2": without the hyphens

/// The colours that the sheet gives to `:root`: those at its top level for the light scheme, those
/// in
/// `@media (prefers-color-scheme: dark)` or of `:root[data-theme=dark]` for the dark one, where a
/// token that is not there keeps its light colour. `light-dark(a, b)` is both. Linear.
Palette read_palette(std::string_view css);

/// A token that must be told from the one it stands on.
struct TokenPair {
  std::string_view token, ground;
  double ratio;  // 4.5 of text, 3 of marks
};
/// All of them, those on paper first.
std::span<const TokenPair> token_pairs();

}  // namespace milepost
