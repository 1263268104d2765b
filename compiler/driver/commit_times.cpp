// Finds the longest run of times that do not go back.
#include "driver/commit_times.h"

#include <algorithm>

namespace milepost {

std::vector<int64_t> plausible_times(std::span<const int64_t> said, int64_t now) {
  constexpr int64_t kDay = 86'400;
  constexpr size_t kNone = static_cast<size_t>(-1);
  // No two clocks are the same. What is nearly right must not depend on what comes later.
  std::vector<int64_t> written(said.begin(), said.end());
  for (size_t i = 1; i < written.size(); ++i) {
    const int64_t back = written[i - 1] - written[i];
    if (back > 0 && back <= kDay) written[i] = written[i - 1];
  }
  // By length: where the run of that length ends that ends the earliest.
  std::vector<size_t> ends;
  std::vector<size_t> before(written.size(), kNone);
  for (size_t i = 0; i < written.size(); ++i) {
    if (written[i] > now + kDay) continue;
    const auto at =
        std::ranges::upper_bound(ends, written[i], {}, [&](size_t end) { return written[end]; });
    if (at != ends.begin()) before[i] = *std::prev(at);
    if (at == ends.end()) {
      ends.push_back(i);
    } else {
      *at = i;
    }
  }
  std::vector<bool> in_run(written.size());
  size_t first = kNone;
  for (size_t i = ends.empty() ? kNone : ends.back(); i != kNone; i = before[i]) {
    in_run[i] = true;
    first = i;
  }
  std::vector<int64_t> times = written;
  if (first == kNone) return times;
  int64_t last = written[first];
  for (size_t i = 0; i < times.size(); ++i) {
    if (in_run[i]) last = written[i];
    times[i] = last;
  }
  return times;
}

}  // namespace milepost
