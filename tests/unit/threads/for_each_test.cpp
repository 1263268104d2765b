// Tests of work handed to several threads.
#include "threads/for_each.h"

#include <atomic>
#include <vector>

#include "catch.h"

namespace milepost {
namespace {

TEST_CASE("every index is worked on once", "[threads]") {
  for (const unsigned jobs : {0u, 1u, 2u, 8u, 1000u}) {
    for (const std::size_t count :
         {std::size_t{0}, std::size_t{1}, std::size_t{7}, std::size_t{5000}}) {
      std::vector<std::atomic<int>> seen(count);
      for_each_index(jobs, count, [&](std::size_t i) { seen[i].fetch_add(1); });
      for (const std::atomic<int>& times : seen) {
        if (times.load() != 1) FAIL("jobs " << jobs << " count " << count);
      }
    }
  }
}

TEST_CASE("ranges are in order within a thread and cover everything", "[threads]") {
  std::atomic<std::size_t> total{0};
  std::atomic<bool> empty{false};
  for_each_range(4, 1003, [&](std::size_t first, std::size_t last) {
    if (first >= last) empty = true;
    total += last - first;
  });
  CHECK_FALSE(empty);
  CHECK(total == 1003);
}

}  // namespace
}  // namespace milepost
