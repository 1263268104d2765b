// Puts replacements into a text.
#include "text/rewritten_text.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace milepost {

RewrittenText::RewrittenText(std::string_view text, std::vector<Replacement> parts) : text_(text) {
  std::ranges::sort(parts, [](const Replacement& a, const Replacement& b) {
    return std::tuple(a.begin, b.end) < std::tuple(b.begin, a.end);
  });
  bytes_.reserve(text.size());
  uint32_t at = 0;
  const auto length = static_cast<uint32_t>(text.size());
  const auto here = [&] { return static_cast<uint32_t>(bytes_.size()); };
  const auto keep_until = [&](uint32_t end) {
    if (end <= at) return;
    runs_.push_back({here(), at, false});
    bytes_ += text.substr(at, end - at);
    at = end;
  };
  for (const Replacement& part : parts) {
    if (part.begin > length) break;
    if (part.begin < at) {
      // What reaches further than the one before it takes the rest along.
      at = std::max(at, std::min(part.end, length));
      continue;
    }
    keep_until(part.begin);
    if (!part.with.empty()) runs_.push_back({here(), part.begin, true});
    bytes_ += part.with;
    at = std::max(at, std::min(part.end, length));
  }
  keep_until(length);
}

uint32_t RewrittenText::original(uint32_t offset) const {
  auto run = std::ranges::upper_bound(runs_, offset, {}, &Run::made);
  if (run == runs_.begin()) return offset;
  --run;
  return run->own ? run->from : run->from + (offset - run->made);
}

std::vector<uint32_t> RewrittenText::lines() const {
  std::vector<uint32_t> lines;
  uint32_t line = 1, seen = 0;  // the line that byte `seen` of the text is on
  const auto line_of = [&](uint32_t place) {
    line += static_cast<uint32_t>(
        std::count(text_.begin() + seen, text_.begin() + std::max(seen, place), '\n'));
    seen = std::max(seen, place);
    return line;
  };
  for (size_t begin = 0; begin < bytes_.size();) {
    lines.push_back(line_of(original(static_cast<uint32_t>(begin))));
    const size_t end = bytes_.find('\n', begin);
    begin = end == std::string::npos ? bytes_.size() : end + 1;
  }
  if (lines.empty()) lines.push_back(1);
  return lines;
}

}  // namespace milepost
