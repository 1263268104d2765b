// How far apart two words are, and the candidates nearest to a misspelled one.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace milepost {

// The least number of insertions, deletions, replacements and swaps of neighbours that turn `a`
// into `b`, in code points; nothing if it is more than `limit`. O(limit × length). Texts longer
// than 256 bytes are equal or too far.
std::optional<std::size_t> edit_distance(std::string_view a, std::string_view b, std::size_t limit);

// Indices into `candidates` of those near enough to `needle` to be what was meant, best first, at
// most `max_results`. Near enough: the same but for case, the same words in another order, or at
// most a third of the needle's length away. Ties: swapped letters first, then the longer common
// beginning, then by bytes, then by index, so that the answer never depends on anything else. A
// candidate equal to the needle is left out.
std::vector<std::size_t> nearest(std::string_view needle,
                                 std::span<const std::string_view> candidates,
                                 std::size_t max_results = 3);

}  // namespace milepost
