// Emoji and the pictographs people use as marks in tables and headings.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace milepost {

// A pictograph: emoji, geometric shapes, check marks, crosses, check boxes. Not arrows, not © ™.
bool is_pictograph(char32_t value);

// Bytes of the one emoji at the start of `text`, with its variation selector, skin tone, joined
// parts or second flag letter, or of a keycap; 0 if there is none. White space is not skipped.
std::size_t leading_emoji(std::string_view text);

// `text` without all its emoji; the spaces around them stay.
std::string remove_emoji(std::string_view text);

// The emoji at the start without variation selectors and skin tones: the key by which emoji are
// compared ("⚠️" and "⚠" give the same). Empty if there is none.
std::string leading_emoji_key(std::string_view text);

}  // namespace milepost
