// Work on many items with several threads, without order mattering.
#pragma once

#include <cstddef>
#include <functional>

namespace milepost {

/// Calls work(first, last) for ranges that together are [0, count), each index once, from at most
/// `jobs` threads of which the caller's is one. Ranges are handed out in order and are small enough
/// to balance. Returns when all are done. `work` must not throw and must write only to what belongs
/// to its own range. If the system gives no more threads, fewer do the work.
void for_each_range(unsigned jobs, std::size_t count,
                    const std::function<void(std::size_t first, std::size_t last)>& work);

/// Calls work(index) once for every index below `count`.
template <typename F>
void for_each_index(unsigned jobs, std::size_t count, F&& work) {
  for_each_range(jobs, count, [&work](std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) work(i);
  });
}

}  // namespace milepost
