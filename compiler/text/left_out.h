// What becomes of the words around something that is left out of a sentence.
#pragma once

#include <cstddef>
#include <string_view>

namespace milepost {

/// Bytes to take from the end of what stands before a gap, and from the beginning of what follows.
struct Gap {
  std::size_t before = 0;
  std::size_t after = 0;
};

/// Closes a gap: no double space, no space before a full stop, no empty parentheses, no comma that
/// joins nothing. An empty `before` is the beginning of the text, an empty `after` its end. O(1)
/// but for runs of spaces.
///
///     close_gap("see (", "), then")  is {2, 1}: "see, then"
///     close_gap("A, ", " and B")     is {2, 0}: "A and B"
Gap close_gap(std::string_view before, std::string_view after);

}  // namespace milepost
