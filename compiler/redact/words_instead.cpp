// Words of a theme may be anything.
#include "redact/words_instead.h"

#include <algorithm>

#include "text/left_out.h"

namespace milepost {
namespace {

constexpr std::string_view kMarkup = "\\`*_[]<>#|~&";
constexpr std::string_view kYaml = "\\:#[]{},&*!|>@`";  // anywhere
constexpr std::string_view kFirst = "-?~=%";            // at the beginning of a value
constexpr std::string_view kSigns = "-?:,[]{}#&*!|>'\"%@`~=";
constexpr std::string_view kUnseen = "\u2060";  // has no width
constexpr std::string_view kNothing = "~";

}  // namespace

std::string words_in_markdown(std::string_view words) {
  std::string made;
  for (const char c : words) {
    if (kMarkup.find(c) != std::string_view::npos) made += '\\';
    made += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  return made;
}

std::string words_in_yaml(std::string_view words) {
  std::string made;
  for (const char c : words) {
    if (c == '\'') {
      made += "\u2019";
    } else if (c == '"') {
      made += "\u201D";
    } else if (made.empty() && kFirst.find(c) != std::string_view::npos) {
      continue;
    } else if (static_cast<unsigned char>(c) > ' ' && kYaml.find(c) == std::string_view::npos) {
      made += c;
    } else if (!made.empty() && made.back() != ' ') {
      made += ' ';
    }
  }
  while (!made.empty() && made.back() == ' ') made.pop_back();
  return made;
}

Replacement left_out(std::string_view text, TextRange range, TextRange value, bool yaml) {
  uint32_t begin = line_begin(text, range.begin), end = line_end(text, range.end);
  if (yaml) {
    begin = std::max(begin, std::min(value.begin, range.begin));
    end = std::min(end, std::max(value.end, range.end));
  }
  while (end > range.end && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
  const Gap gap =
      close_gap(text.substr(begin, range.begin - begin), text.substr(range.end, end - range.end));
  range.begin -= static_cast<uint32_t>(gap.before);
  range.end += static_cast<uint32_t>(gap.after);
  const bool quoted =
      value.begin > 0 && (text[value.begin - 1] == '"' || text[value.begin - 1] == '\'');
  if (!yaml || quoted || range.begin > value.begin) return {range.begin, range.end, {}};
  if (range.end >= value.end) return {range.begin, range.end, std::string(kNothing)};
  const bool sign = kSigns.find(text[range.end]) != std::string_view::npos;
  return {range.begin, range.end, std::string(sign ? kUnseen : "")};
}

}  // namespace milepost
