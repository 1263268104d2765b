// Hands out ranges of indexes to a few threads that live as long as the call.
#include "threads/for_each.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace milepost {

void for_each_range(unsigned jobs, std::size_t count,
                    const std::function<void(std::size_t first, std::size_t last)>& work) {
  if (count == 0) return;
  const std::size_t threads = std::min<std::size_t>(std::max(1u, jobs), count);
  if (threads == 1) {
    work(0, count);
    return;
  }
  // A sixteenth of a fair share, so that one slow range does not leave the others idle for long.
  const std::size_t step = std::clamp<std::size_t>(count / (threads * 16), 1, 256);
  std::atomic<std::size_t> next{0};
  const auto run = [&] {
    for (;;) {
      const std::size_t first = next.fetch_add(step, std::memory_order_relaxed);
      if (first >= count) return;
      work(first, std::min(first + step, count));
    }
  };
  std::vector<std::jthread> others;
  others.reserve(threads - 1);
  try {
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(run);
  } catch (const std::system_error&) {
    // No more threads to be had: those that started and this one do all of it.
  }
  run();
}

}  // namespace milepost
