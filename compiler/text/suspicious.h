// Characters that make a text read as something else than it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

enum class SuspiciousKind : std::uint8_t {
  bidi_control,       // embeddings, overrides, isolates, directional marks
  zero_width,         // ZWSP, joiners outside of emoji and the scripts that need them, BOM
  tag_character,      // U+E0000..U+E007F outside of the three flags that use them
  default_ignorable,  // soft hyphen, fillers, stray variation selectors and the like
  nbsp,               // NBSP and its narrow sister
  control,            // C0 and C1 controls but tab and line ends
  look_alike,         // a Cyrillic or Greek letter in a word that has Latin letters
};

struct Suspicious {
  std::uint32_t offset = 0;  // in bytes
  std::uint32_t length = 0;  // in bytes
  SuspiciousKind kind = SuspiciousKind::control;
  char32_t code_point = 0;
  char looks_like = 0;  // for look_alike: the Latin letter it is taken for

  friend bool operator==(const Suspicious&, const Suspicious&) = default;
};

// Every suspicious character of `text` in order, at most `max`. One pass; plain ASCII text costs
// little more than a memory scan. Invalid UTF-8 is skipped.
std::vector<Suspicious> find_suspicious(std::string_view text, std::size_t max = 1000);

// "bidi control", "zero-width character" …
std::string_view suspicious_noun(SuspiciousKind kind);

// "U+202E RIGHT-TO-LEFT OVERRIDE"; the number alone for those without a name here.
std::string describe_code_point(char32_t value);

// `text` with what cannot be seen written out as ⟨U+202E⟩ (look-alikes and NBSP stay as they are).
std::string show_invisible(std::string_view text);

}  // namespace milepost
