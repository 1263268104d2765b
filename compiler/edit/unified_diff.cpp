// Finds the lines that differ and writes them as one hunk.
#include "edit/unified_diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "edit/text_edit.h"

namespace milepost {
namespace {

constexpr std::size_t kAround = 3;

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = next_line(text, at);
    lines.push_back(text.substr(at, next - at));
    at = next;
  }
  return lines;
}

void add_lines(std::string& out, char mark, const std::vector<std::string_view>& lines,
               std::size_t first, std::size_t last) {
  for (std::size_t i = first; i < last; ++i) {
    out += mark;
    out += lines[i];
    if (lines[i].ends_with('\n')) continue;
    out += "\n";
    if (!lines[i].ends_with('\r')) out += "\\ No newline at end of file\n";
  }
}

// "12,5": where a run begins and how long it is; an empty one begins before its line.
std::string range_of(std::size_t first, std::size_t last) {
  return fmt::format("{},{}", last == first ? first : first + 1, last - first);
}

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const std::vector<std::string_view> a = lines_of(before);
  const std::vector<std::string_view> b = lines_of(after);
  const std::size_t shorter = std::min(a.size(), b.size());
  std::size_t head = 0;
  while (head < shorter && a[head] == b[head]) ++head;
  std::size_t tail = 0;
  while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) ++tail;
  const std::size_t first = head - std::min(head, kAround);
  const std::size_t around = std::min(tail, kAround);
  std::string out = fmt::format(
      "--- {}\n+++ {}\n@@ -{} +{} @@\n", before.empty() ? "/dev/null" : path, path,
      range_of(first, a.size() - tail + around), range_of(first, b.size() - tail + around));
  add_lines(out, ' ', a, first, head);
  add_lines(out, '-', a, head, a.size() - tail);
  add_lines(out, '+', b, head, b.size() - tail);
  add_lines(out, ' ', a, a.size() - tail, a.size() - tail + around);
  return out;
}

}  // namespace milepost
