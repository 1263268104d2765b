// Finds the fences of front matter.
#include "parse/front_matter.h"

#include <algorithm>
#include <cstddef>

#include "text/ascii.h"
#include "text/byte_set.h"

namespace milepost {
namespace {

constexpr ByteSet kLineEnds("\r\n");

// The line that starts at `at`, without its end; `next` is where the one after it starts.
std::string_view line_at(std::string_view text, std::size_t at, std::size_t& next) {
  std::size_t end = std::min(kLineEnds.find_in(text, at), text.size());
  next = std::min(end + (text.substr(end).starts_with("\r\n") ? 2u : 1u), text.size());
  return text.substr(at, end - at);
}

// "title: x", "Solution To:", "\"k\": v": what a line of front matter looks like.
bool looks_like_entry(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos) return false;
  if (!is_ascii_alpha(line[0]) && line[0] != '"' && line[0] != '\'') return false;
  return colon + 1 == line.size() || is_ascii_blank(line[colon + 1]);
}

}  // namespace

FrontMatter find_front_matter(std::string_view text) {
  FrontMatter result;
  std::size_t next = 0;
  if (trim_right(line_at(text, 0, next)) != "---") return result;
  result.yaml_begin = static_cast<uint32_t>(next);
  std::size_t last_entry = next;
  bool entries_only = true;
  for (std::size_t at = next; at < text.size(); at = next) {
    const std::string_view line = trim_right(line_at(text, at, next));
    if (line == "---" || line == "...") {
      result.present = result.closed = true;
      result.yaml_end = static_cast<uint32_t>(at);
      result.body = static_cast<uint32_t>(next);
      return result;
    }
    if (line.empty() || line[0] == '#') entries_only = false;
    if (entries_only) last_entry = next;
  }
  // Never closed: a rule across the page, unless what follows is plainly meant as front matter.
  std::size_t after = 0;
  result.present = looks_like_entry(line_at(text, result.yaml_begin, after));
  result.yaml_end = result.body = static_cast<uint32_t>(last_entry);
  return result;
}

}  // namespace milepost
