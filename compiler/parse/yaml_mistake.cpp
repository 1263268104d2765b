// Words and edits for the mistakes people make in YAML.
#include "parse/yaml_mistake.h"

#include <algorithm>
#include <utility>

#include "parse/codes.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace milepost {
namespace {

std::size_t indent_of(std::string_view text, uint32_t line) {
  std::size_t n = 0;
  while (line + n < text.size() && is_ascii_blank(text[line + n])) ++n;
  return n;
}

// The start of the line after the one that holds `offset`; the text's size if there is none.
uint32_t next_line(std::string_view text, uint32_t offset) {
  const std::size_t end = text.find('\n', offset);
  return end == std::string_view::npos ? static_cast<uint32_t>(text.size())
                                       : static_cast<uint32_t>(end + 1);
}

}  // namespace

uint32_t line_begin_of(std::string_view text, uint32_t offset) {
  while (offset > 0 && text[offset - 1] != '\n') --offset;
  return offset;
}

uint32_t line_end_of(std::string_view text, uint32_t offset) {
  uint32_t end = static_cast<uint32_t>(std::min(text.find('\n', offset), text.size()));
  if (end > offset && text[end - 1] == '\r') --end;
  return end;
}

uint32_t value_end_of(std::string_view text, uint32_t begin) {
  const uint32_t end = line_end_of(text, begin);
  int open = 0;
  for (uint32_t at = line_begin_of(text, begin); at < begin; ++at) {
    if (text[at] == '[' || text[at] == '{') ++open;
    if (text[at] == ']' || text[at] == '}') --open;
  }
  if (open <= 0) return end;
  const std::size_t found = text.substr(begin, end - begin).find_first_of(",]}");
  if (found == std::string_view::npos) return end;
  const std::string_view value = trim_right(text.substr(begin, found));
  return begin + static_cast<uint32_t>(value.size());
}

std::string excerpt(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  std::string result = "`";
  const std::string_view shown = truncate_characters(text, kLongest);
  for (const char c : shown) result += is_ascii_control(c) ? ' ' : c == '`' ? '\'' : c;
  if (shown.size() < text.size()) result += "…";
  result += '`';
  return result;
}

std::string shown_character(char c) {
  return c == '`' ? "a backtick" : std::string("`") + c + "`";
}

std::string quoted_yaml(std::string_view value) {
  if (value.find_first_of("\"\\") == std::string_view::npos) {
    return "\"" + std::string(value) + "\"";
  }
  std::string result = "'";
  for (const char c : value) {
    if (c == '\'') result += '\'';
    result += c;
  }
  return result + "'";
}

YamlMistake value_needs_quotes(std::string_view text, uint32_t begin, uint32_t end,
                               std::string reason) {
  YamlMistake mistake;
  mistake.code = parse_code::quote_needed;
  mistake.begin = begin;
  mistake.end = end;
  const std::string_view value = text.substr(begin, end - begin);
  mistake.message = excerpt(value) + " must be in quotes: " + std::move(reason);
  const std::string mended = quoted_yaml(value);
  mistake.edits = {{begin, end, mended}};
  const uint32_t line = line_begin_of(text, begin);
  const std::string_view before = trim_left(text.substr(line, begin - line));
  mistake.help = "quote it: `" + std::string(before) + mended + "`";
  return mistake;
}

YamlMistake left_out(std::string_view text, uint16_t code, uint32_t begin, uint32_t end,
                     std::string message, std::string help) {
  YamlMistake mistake;
  mistake.code = code;
  mistake.begin = begin;
  mistake.end = end;
  mistake.message = std::move(message);
  mistake.help = std::move(help);
  const uint32_t first_line = line_begin_of(text, begin);
  const std::size_t indent = indent_of(text, first_line);
  uint32_t line = next_line(text, begin);
  while (line < text.size()) {
    const std::size_t own = indent_of(text, line);
    const std::size_t first = line + own;
    const bool blank = first >= text.size() || text[first] == '\n' || text[first] == '\r';
    if (!blank && own <= indent) break;
    line = next_line(text, line);
  }
  mistake.edits = {{first_line, line, {}}};
  return mistake;
}

YamlMistake fatal_mistake(uint16_t code, uint32_t begin, uint32_t end, std::string message,
                          std::string help) {
  YamlMistake mistake;
  mistake.code = code;
  mistake.begin = begin;
  mistake.end = end;
  mistake.message = std::move(message);
  mistake.help = std::move(help);
  return mistake;
}

}  // namespace milepost
