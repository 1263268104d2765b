// The distance of optimal string alignment, in a band as wide as the limit.
#include "text/edit_distance.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <tuple>

#include "text/ascii.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr std::size_t kMaxBytes = 256;

// The code points of a short text.
struct Letters {
  std::array<char32_t, kMaxBytes> at;
  std::size_t size = 0;
};

void decode(std::string_view text, Letters& out) {
  out.size = 0;
  for (const CodePoint point : CodePoints(text)) out.at[out.size++] = point.value;
}

std::optional<std::size_t> distance(const Letters& a, const Letters& b, std::size_t limit) {
  const std::size_t gap = a.size > b.size ? a.size - b.size : b.size - a.size;
  if (gap > limit) return std::nullopt;
  if (a.size == 0 || b.size == 0) return gap;
  const auto beyond = static_cast<std::uint16_t>(std::min(limit, kMaxBytes) + 1);
  // Rows for the last two letters of `a` and the present one; cells outside of the band are
  // `beyond`.
  std::array<std::array<std::uint16_t, kMaxBytes + 1>, 3> rows;
  for (auto& row : rows) std::fill_n(row.begin(), b.size + 1, beyond);
  for (std::size_t j = 0; j <= std::min(b.size, limit); ++j) {
    rows[0][j] = static_cast<std::uint16_t>(j);
  }
  for (std::size_t i = 1; i <= a.size; ++i) {
    auto& row = rows[i % 3];
    const auto& above = rows[(i + 2) % 3];
    const auto& second = rows[(i + 1) % 3];
    const std::size_t first = i > limit ? i - limit : 1;
    const std::size_t last = std::min(b.size, i + limit);
    if (first > last) return std::nullopt;
    row[first - 1] = first == 1 && i <= limit ? static_cast<std::uint16_t>(i) : beyond;
    if (last < b.size) row[last + 1] = beyond;
    std::uint16_t least = row[first - 1];
    for (std::size_t j = first; j <= last; ++j) {
      const bool same = a.at[i - 1] == b.at[j - 1];
      int best = above[j - 1] + (same ? 0 : 1);
      best = std::min(best, above[j] + 1);
      best = std::min(best, row[j - 1] + 1);
      if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] && a.at[i - 2] == b.at[j - 1]) {
        best = std::min(best, second[j - 2] + 1);
      }
      row[j] = static_cast<std::uint16_t>(std::min<int>(best, beyond));
      least = std::min(least, row[j]);
    }
    if (least > limit) return std::nullopt;
  }
  const std::size_t result = rows[a.size % 3][b.size];
  if (result > limit) return std::nullopt;
  return result;
}

// The words of a name in alphabetical order; empty if there is only one.
std::string sorted_words(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    const bool separates = c == ' ' || c == '_' || c == '-' || c == '.';
    if (!separates) {
      words.back().push_back(ascii_lower(c));
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  if (words.size() < 2) return {};
  std::sort(words.begin(), words.end());
  std::string joined;
  for (const std::string& word : words) joined += word + ' ';
  return joined;
}

bool same_letters(Letters a, Letters b) {
  if (a.size != b.size) return false;
  std::sort(a.at.begin(), a.at.begin() + static_cast<std::ptrdiff_t>(a.size));
  std::sort(b.at.begin(), b.at.begin() + static_cast<std::ptrdiff_t>(b.size));
  return std::equal(a.at.begin(), a.at.begin() + static_cast<std::ptrdiff_t>(a.size), b.at.begin());
}

std::size_t common_beginning(const Letters& a, const Letters& b) {
  std::size_t n = 0;
  while (n < a.size && n < b.size && a.at[n] == b.at[n]) ++n;
  return n;
}

}  // namespace

std::optional<std::size_t> edit_distance(std::string_view a, std::string_view b,
                                         std::size_t limit) {
  if (a == b) return 0;
  if (a.size() > kMaxBytes || b.size() > kMaxBytes) return std::nullopt;
  Letters first;
  Letters second;
  decode(a, first);
  decode(b, second);
  return distance(first, second, limit);
}

std::vector<std::size_t> nearest(std::string_view needle,
                                 std::span<const std::string_view> candidates,
                                 std::size_t max_results) {
  struct Match {
    std::size_t distance;
    bool other_letters;
    std::size_t beginning;
    std::string_view text;
    std::size_t index;
  };
  std::vector<std::size_t> best;
  if (needle.empty() || needle.size() > kMaxBytes) return best;

  Letters wanted;
  decode(ascii_lower(needle), wanted);
  const std::size_t limit = wanted.size < 2 ? 0 : std::max<std::size_t>(wanted.size, 3) / 3;
  const std::string wanted_words = sorted_words(needle);
  const std::string wanted_key = collision_key(needle);

  std::vector<Match> matches;
  Letters letters;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const std::string_view candidate = candidates[i];
    if (candidate == needle || candidate.empty() || candidate.size() > kMaxBytes) continue;
    decode(ascii_lower(candidate), letters);
    std::optional<std::size_t> found = distance(wanted, letters, limit);
    if (!is_ascii(candidate) && collision_key(candidate) == wanted_key) found = 0;
    if (!found && candidate.size() == needle.size() && !wanted_words.empty() &&
        sorted_words(candidate) == wanted_words) {
      found = limit + 1;
    }
    if (!found) continue;
    matches.push_back(
        {*found, !same_letters(wanted, letters), common_beginning(wanted, letters), candidate, i});
  }
  const auto better = [](const Match& a, const Match& b) {
    // The longer beginning first, hence b before a.
    return std::tie(a.distance, a.other_letters, b.beginning, a.text, a.index) <
           std::tie(b.distance, b.other_letters, a.beginning, b.text, b.index);
  };
  const std::size_t count = std::min(max_results, matches.size());
  std::partial_sort(matches.begin(), matches.begin() + static_cast<std::ptrdiff_t>(count),
                    matches.end(), better);
  for (std::size_t i = 0; i < count; ++i) best.push_back(matches[i].index);
  return best;
}

}  // namespace milepost
