// A set of bytes as a table: finding one of several characters at the speed of a loop over bytes.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace milepost {

/// std::string_view::find_first_of asks its set once for every byte of the text, with a call; this
/// looks into a table. Meant for constants: `constexpr ByteSet kMarks("<![]");`.
class ByteSet {
 public:
  explicit constexpr ByteSet(std::string_view bytes) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }

  constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

  /// The offset of the first byte at or after `from` that is in the set; npos if none is.
  constexpr std::size_t find_in(std::string_view text, std::size_t from = 0) const {
    for (std::size_t i = from; i < text.size(); ++i) {
      if (has(text[i])) return i;
    }
    return std::string_view::npos;
  }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace milepost
