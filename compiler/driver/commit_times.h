// When commits were made, where clocks were wrong.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace milepost {

/// Commits in the order of their history, the earliest first, in seconds since 1970. Each follows
/// the one before it, so their times do not go back: those off the longest run that does not, and
/// those of a time that is yet to come (a day after `now`), count as of the one before them, the
/// first ones as of the one behind. One that goes back by a day at most is no such commit: it
/// counts as of the one before it. Times that go back nowhere come back as they are. O(n log n).
std::vector<int64_t> plausible_times(std::span<const int64_t> said, int64_t now);

}  // namespace milepost
