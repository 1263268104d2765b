// Distances against a plain table, and the order of suggestions.
#include "text/edit_distance.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

using namespace milepost;

namespace {

// The whole table, without band or limit.
std::size_t plain_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      const std::size_t replace = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      table[i][j] = std::min({replace, table[i - 1][j] + 1, table[i][j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.size()][b.size()];
}

std::vector<std::string_view> suggest(std::string_view needle,
                                      const std::vector<std::string_view>& candidates,
                                      std::size_t max = 3) {
  std::vector<std::string_view> words;
  for (const std::size_t index : nearest(needle, candidates, max)) {
    words.push_back(candidates[index]);
  }
  return words;
}

using Suggestions = std::vector<std::string_view>;

}  // namespace

TEST_CASE("the band finds the same distance as the whole table", "[text]") {
  unsigned state = 1;
  const auto next = [&](unsigned n) {
    state = state * 1664525u + 1013904223u;
    return (state >> 16) % n;
  };
  for (int round = 0; round < 20000; ++round) {
    std::string a(next(9), 'a');
    std::string b(next(9), 'a');
    for (char& c : a) c = static_cast<char>('a' + next(3));
    for (char& c : b) c = static_cast<char>('a' + next(3));
    const std::size_t limit = next(6);
    const std::size_t plain = plain_distance(a, b);
    const auto found = edit_distance(a, b, limit);
    const bool right = plain <= limit ? found == plain : !found.has_value();
    if (!right) FAIL(a << " " << b << " limit " << limit << " is " << plain);
  }
}

TEST_CASE("distances count code points", "[text]") {
  CHECK(edit_distance("dueno", "dueño", 2) == 1u);
  CHECK(edit_distance("", "ab", 2) == 2u);
  CHECK_FALSE(edit_distance(std::string(300, 'a'), std::string(301, 'a'), 5));
}

TEST_CASE("suggestions are what was meant", "[text]") {
  CHECK(suggest("DEP-41", {"DEP-11", "DEP-14", "DEP-42", "R-41"}) ==
        Suggestions{"DEP-14", "DEP-42", "DEP-11"});
  CHECK(suggest("likelyhood", {"likelihood", "impact", "owner"}) == Suggestions{"likelihood"});
  CHECK(suggest("Owner", {"owner", "owned"}) == Suggestions{"owner", "owned"});
  CHECK(suggest("by_needed", {"needed_by", "status"}) == Suggestions{"needed_by"});
  CHECK(suggest("dueno", {"dueño"}) == Suggestions{"dueño"});
  CHECK(suggest("zebra", {"owner", "status"}).empty());
  CHECK(suggest("owner", {"owner"}).empty());
  CHECK(suggest("", {"a"}).empty());
  CHECK(suggest("x", {"y", "z"}).empty());
  CHECK(suggest("tsk", {"task", "tsks", "tsa", "ask"}, 2) == Suggestions{"tsks", "tsa"});
}

TEST_CASE("suggestions do not depend on the order of candidates", "[text]") {
  Suggestions candidates{"R-001", "R-010", "R-100", "R-002", "R-011"};
  const Suggestions expected = suggest("R-000", candidates, 5);
  CHECK(expected == Suggestions{"R-001", "R-002", "R-010", "R-100"});
  while (std::next_permutation(candidates.begin(), candidates.end())) {
    if (suggest("R-000", candidates, 5) != expected) FAIL("another order");
  }
}
