// Tests of the times of commits whose clocks were wrong.
#include "driver/commit_times.h"

#include <vector>

#include "catch.h"

namespace milepost {
namespace {

using Times = std::vector<int64_t>;

constexpr int64_t kDay = 86'400;

Times in_days(const Times& days, int64_t now) {
  Times written, made;
  for (const int64_t day : days) written.push_back(day * kDay);
  for (const int64_t time : plausible_times(written, now * kDay)) made.push_back(time / kDay);
  return made;
}

TEST_CASE("a commit whose clock was wrong counts as of the one before it", "[versions]") {
  CHECK(in_days({}, 9).empty());
  CHECK(in_days({1, 2, 2, 5}, 9) == Times{1, 2, 2, 5});
  // Set back, in between and at the end.
  CHECK(in_days({3, 4, 1, 6}, 9) == Times{3, 4, 4, 6});
  CHECK(in_days({3, 4, 1}, 9) == Times{3, 4, 4});
  // Set forward: past now, or only past those that follow.
  CHECK(in_days({3, 90, 4, 6}, 9) == Times{3, 3, 4, 6});
  CHECK(in_days({3, 8, 4, 6}, 9) == Times{3, 3, 4, 6});
  CHECK(in_days({3, 8, 4}, 9) == Times{3, 3, 4});
  CHECK(in_days({3, 90, 91, 92, 4}, 9) == Times{3, 3, 3, 3, 4});
  CHECK(in_days({3, 90}, 9) == Times{3, 3});
  CHECK(in_days({3, 10}, 9) == Times{3, 10});
  // Clocks that differ a little.
  CHECK(in_days({3, 4, 3, 5}, 9) == Times{3, 4, 4, 5});
  CHECK(in_days({3, 4, 3, 3, 3}, 9) == Times{3, 4, 4, 4, 4});
  // Nobody knows what the first was: the next one does not follow it.
  CHECK(in_days({90, 3, 4}, 9) == Times{3, 3, 4});
  CHECK(in_days({90, 91}, 9) == Times{90, 91});
}

}  // namespace
}  // namespace milepost
