// Finds blocks by their indentation.
#include "redact/block_of_lines.h"

#include <algorithm>
#include <string>

namespace milepost {
namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

uint32_t indentation(std::string_view line) {
  const size_t first = line.find_first_not_of(' ');
  return static_cast<uint32_t>(std::min(first, line.size()));
}

std::string_view line_at(std::string_view text, uint32_t begin) {
  return text.substr(begin, line_end(text, begin) - begin);
}

// The end of the lines from `begin` on that are indented deeper than `indent`; blank ones and
// comments count if such a line follows. With `dashes` also those that begin with a dash there.
uint32_t end_of_deeper(std::string_view text, uint32_t begin, uint32_t indent, bool dashes) {
  uint32_t end = begin;
  for (uint32_t at = begin; at < text.size();) {
    const std::string_view line = line_at(text, at);
    const uint32_t next = line_end(text, at);
    const uint32_t own = indentation(line);
    const bool between = is_blank(line) || line[own] == '#';
    const bool dash = dashes && own == indent && !between && line[own] == '-' &&
                      (own + 1 >= line.size() || line[own + 1] == ' ' || line[own + 1] == '\n' ||
                       line[own + 1] == '\r');
    // A tab is a mistake in YAML, and no reason to tell what stands behind it.
    const bool tab = own < line.size() && line[own] == '\t';
    if (!is_blank(line) && (own > indent || dash || tab)) {
      end = next;
    } else if (!between) {
      break;
    }
    at = next;
  }
  return end;
}

// Where the words of the line begin that `at` is in: behind dashes.
uint32_t depth_of_words(std::string_view line) {
  uint32_t depth = indentation(line);
  while (depth + 1 < line.size() && line[depth] == '-' && line[depth + 1] == ' ') depth += 2;
  return depth;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The width of `- `, `* `, `12. ` at the beginning of a line without its indentation; 0: no mark.
uint32_t mark_width(std::string_view line) {
  uint32_t width = 0;
  if (!line.empty() && (line[0] == '-' || line[0] == '*' || line[0] == '+')) {
    width = 1;
  } else {
    while (width < line.size() && is_digit(line[width])) ++width;
    if (width == 0 || width >= line.size() || (line[width] != '.' && line[width] != ')')) return 0;
    ++width;
  }
  if (width >= line.size() || line[width] != ' ') return 0;
  while (width < line.size() && line[width] == ' ') ++width;
  return width;
}

// An apostrophe inside of a word begins no quoted text.
bool begins_word(std::string_view text, uint32_t at) {
  return at == 0 || std::string_view(" \t\n[{,:").find(text[at - 1]) != std::string_view::npos;
}

bool is_entry_mark(char c) {
  return c == ' ' || c == '-' || c == '{';
}

}  // namespace

uint32_t line_begin(std::string_view text, uint32_t at) {
  const size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  return before == std::string_view::npos ? 0 : static_cast<uint32_t>(before + 1);
}

uint32_t line_end(std::string_view text, uint32_t at) {
  const size_t end = text.find('\n', at);
  return static_cast<uint32_t>(end == std::string_view::npos ? text.size() : end + 1);
}

std::optional<TextRange> yaml_entry(std::string_view text, TextRange own) {
  uint32_t begin = line_begin(text, own.begin);
  const std::string_view before = text.substr(begin, own.begin - begin);
  if (!std::ranges::all_of(before, is_entry_mark)) return std::nullopt;
  // A list in a list: its first line begins another entry, too.
  if (std::ranges::count(before, '-') > 1) return std::nullopt;
  uint32_t end = std::max(own.end, own.begin);
  if (const size_t bracket = before.rfind('{'); bracket != std::string_view::npos) {
    end = std::max(end, yaml_text(text, begin + static_cast<uint32_t>(bracket)).end);
    // What stands behind it in its last line is of others.
    const std::string_view behind = text.substr(end, line_end(text, end) - end);
    const size_t other = behind.find_first_not_of(" \r\n");
    if (other != std::string_view::npos && behind[other] != '#') return std::nullopt;
  }
  // A dash may have a line of its own, with a comment or an anchor.
  if (before.find_first_not_of(' ') == std::string_view::npos) {
    for (uint32_t at = begin; at > 0;) {
      at = line_begin(text, at - 1);
      const std::string_view line = line_at(text, at);
      const uint32_t column = indentation(line);
      if (is_blank(line) || line[column] == '#') continue;
      // In brackets over several lines nobody knows whose they are.
      const size_t end_of_words = line.find_last_not_of(" \t\r\n");
      if (std::string_view("{[,").find(line[end_of_words]) != std::string_view::npos) {
        return std::nullopt;
      }
      const size_t word = line.find_first_not_of("- ", column);
      const bool alone = word == std::string_view::npos || line[word] == '#' || line[word] == '&' ||
                         line[word] == '!' || is_blank(line.substr(word));
      if (line[column] == '-' && alone && column <= before.size()) begin = at;
      break;
    }
  }
  const uint32_t indent = indentation(text.substr(begin));
  const uint32_t last = line_end(text, end > own.begin ? end - 1 : end);
  return TextRange{begin, std::max(last, end_of_deeper(text, last, indent, false))};
}

bool in_brackets(std::string_view text, uint32_t from, uint32_t at) {
  int open = 0;
  char quote = 0;
  for (uint32_t i = from; i < at; ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && begins_word(text, i)) {
      quote = c;
    } else if (c == '[' || c == '{') {
      ++open;
    } else if (c == ']' || c == '}') {
      --open;
    }
  }
  return open > 0;
}

std::optional<TextRange> yaml_field(std::string_view text, uint32_t at) {
  const uint32_t begin = line_begin(text, at);
  const std::string_view before = text.substr(begin, at - begin);
  if (before.find_first_not_of(' ') != std::string_view::npos) return std::nullopt;
  return TextRange{begin, std::max(line_end(text, at), end_of_deeper(text, line_end(text, at),
                                                                     indentation(before), true))};
}

std::optional<TextRange> yaml_mapping_around(std::string_view text, uint32_t from, uint32_t at) {
  int depth = 0;
  for (uint32_t i = at; i > from; --i) {
    const char c = text[i - 1];
    if (c == '}') ++depth;
    if (c != '{') continue;
    if (depth-- > 0) continue;
    int open = 1;
    char quote = 0;
    for (uint32_t end = i; end < text.size(); ++end) {
      const char d = text[end];
      if (quote != 0) {
        if (d == quote) quote = 0;
        continue;
      }
      if (d == '"' || d == '\'') quote = d;
      if (d == '{') ++open;
      if (d == '}' && --open == 0) return TextRange{i - 1, end + 1};
    }
    return std::nullopt;
  }
  // Block style: the dash of the element stands further left than the key of the value.
  const uint32_t own = line_begin(text, at);
  const std::string_view line = text.substr(own, at - own);
  uint32_t column = indentation(line);
  if (line.find(':') == std::string_view::npos) return std::nullopt;
  uint32_t begin = own;
  while (true) {
    const std::string_view here = line_at(text, begin);
    const uint32_t indent = indentation(here);
    if (begin + indent < from) return std::nullopt;
    if (indent + 1 < here.size() && here[indent] == '-' && here[indent + 1] == ' ' &&
        (begin == own || indent < column)) {
      const uint32_t inner = begin + indent + 2;
      uint32_t end = end_of_deeper(text, line_end(text, begin), indent, false);
      end = std::max(end, line_end(text, begin));
      while (end > inner && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
      return TextRange{inner, end};
    }
    if (!is_blank(here)) column = std::min(column, indent);
    if (begin == 0) return std::nullopt;
    begin = line_begin(text, begin - 1);
  }
}

TextRange yaml_text(std::string_view text, uint32_t at) {
  if (at >= text.size()) return {at, at};
  if (text[at] == '|' || text[at] == '>') {
    const uint32_t indent = depth_of_words(line_at(text, line_begin(text, at)));
    return {at,
            std::max(line_end(text, at), end_of_deeper(text, line_end(text, at), indent, false))};
  }
  if (text[at] == '[' || text[at] == '{') {
    int open = 0;
    char quote = 0;
    for (uint32_t end = at; end < text.size(); ++end) {
      const char c = text[end];
      if (quote != 0) {
        if (c == quote) quote = 0;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[' || c == '{') {
        ++open;
      } else if ((c == ']' || c == '}') && --open == 0) {
        return {at, end + 1};
      }
    }
    return {at, static_cast<uint32_t>(text.size())};
  }
  if (text[at] == '"' || text[at] == '\'') {
    const char quote = text[at];
    uint32_t end = at + 1;
    while (end < text.size() && text[end] != quote)
      end += quote == '"' && text[end] == '\\' ? 2 : 1;
    return {at, std::min(static_cast<uint32_t>(text.size()), end + 1)};
  }
  const uint32_t indent = depth_of_words(line_at(text, line_begin(text, at)));
  return {at, std::max(line_end(text, at), end_of_deeper(text, line_end(text, at), indent, false))};
}

TextRange yaml_value_behind(std::string_view text, uint32_t at, bool in_brackets) {
  const size_t colon = text.find(':', at);
  if (colon == std::string_view::npos || colon >= line_end(text, at)) return {at, at};
  const size_t first = text.find_first_not_of(' ', colon + 1);
  if (first == std::string_view::npos) return {at, at};
  const auto begin = static_cast<uint32_t>(first);
  const char c = text[begin];
  if (c == '[' || c == '{' || c == '"' || c == '\'' || c == '|' || c == '>') {
    return yaml_text(text, begin);
  }
  const uint32_t line = line_end(text, at);
  if (begin >= line || c == '\n' || c == '\r') {
    const uint32_t indent = depth_of_words(line_at(text, line_begin(text, at)));
    return {line, end_of_deeper(text, line, indent, true)};
  }
  // In brackets a comma or the bracket ends it.
  uint32_t end = begin;
  while (end < line && text[end] != '\n' && text[end] != '\r' &&
         !(in_brackets && (text[end] == ',' || text[end] == '}' || text[end] == ']'))) {
    ++end;
  }
  return {begin, end};
}

bool is_repeated(std::string_view text, TextRange entry) {
  const std::string_view own = text.substr(entry.begin, entry.end - entry.begin);
  for (size_t at = own.find('&'); at != std::string_view::npos; at = own.find('&', at + 1)) {
    const std::string_view name =
        own.substr(at + 1, own.find_first_of(" \t\r\n,]}", at) - std::min(own.size(), at + 1));
    if (name.empty() || !begins_word(own, static_cast<uint32_t>(at))) continue;
    const std::string alias = "*" + std::string(name);
    for (size_t use = text.find(alias); use != std::string_view::npos;
         use = text.find(alias, use + 1)) {
      if (use < entry.begin || use >= entry.end) return true;
    }
  }
  return false;
}

bool is_head_of_table(std::string_view text, uint32_t begin) {
  const uint32_t next = line_end(text, begin);
  const std::string_view below = text.substr(next, line_end(text, next) - next);
  return text.substr(begin, next - begin).find('|') != std::string_view::npos &&
         below.find("--") != std::string_view::npos &&
         below.find_first_not_of(" \t|:-\r\n") == std::string_view::npos;
}

TextRange with_joint(std::string_view text, TextRange part) {
  constexpr std::string_view joints[] = {"-", ";", ",", "|", "\u2013", "\u2014", "\u00B7", "/"};
  const uint32_t begin = line_begin(text, part.begin);
  std::string_view before = text.substr(begin, part.begin - begin);
  // Marks of strong words belong to the key.
  const auto rtrim = [](std::string_view words, std::string_view what) {
    const size_t last = words.find_last_not_of(what);
    return words.substr(0, last == std::string_view::npos ? 0 : last + 1);
  };
  before = rtrim(before, " *_");
  for (const std::string_view joint : joints) {
    if (!before.ends_with(joint)) continue;
    const std::string_view left = rtrim(before.substr(0, before.size() - joint.size()), " ");
    // The mark of a list joins nothing.
    if (left.find_first_not_of(" \t>") == std::string_view::npos) break;
    return {begin + static_cast<uint32_t>(left.size()), part.end};
  }
  const std::string_view after = text.substr(part.end, line_end(text, part.end) - part.end);
  const size_t first = after.find_first_not_of(" *_");
  if (first == std::string_view::npos) return part;
  for (const std::string_view joint : joints) {
    if (!after.substr(first).starts_with(joint)) continue;
    size_t end = first + joint.size();
    while (end < after.size() && after[end] == ' ') ++end;
    return {part.begin, part.end + static_cast<uint32_t>(end)};
  }
  return part;
}

TextRange without_parentheses(std::string_view text, TextRange part) {
  if (part.begin == 0 || part.end >= text.size()) return part;
  if (text[part.begin - 1] != '(' || text[part.end] != ')') return part;
  uint32_t begin = part.begin - 1;
  while (begin > 0 && text[begin - 1] == ' ') --begin;
  return {begin, part.end + 1};
}

TextRange whole_lines(std::string_view text, uint32_t at, uint32_t last) {
  const uint32_t begin = line_begin(text, at);
  uint32_t end = line_end(text, std::max(at, last == 0 ? 0 : last - 1));
  const bool apart = begin == 0 || is_blank(line_at(text, line_begin(text, begin - 1)));
  while (apart && end < text.size() && is_blank(line_at(text, end))) end = line_end(text, end);
  return {begin, end};
}

TextRange list_item(std::string_view text, uint32_t at, uint32_t last) {
  const uint32_t begin = line_begin(text, at);
  const std::string_view first = line_at(text, begin);
  const uint32_t indent = indentation(first);
  const uint32_t depth = indent + mark_width(first.substr(indent));
  uint32_t end =
      std::max(line_end(text, at), line_end(text, std::max(at, last == 0 ? 0 : last - 1)));
  if (depth > indent) end = std::max(end, end_of_deeper(text, end, depth - 1, false));
  uint32_t next = end;
  while (next < text.size() && is_blank(line_at(text, next))) next = line_end(text, next);
  const std::string_view following = line_at(text, next);
  const uint32_t own = indentation(following);
  const bool sibling = own == indent && mark_width(following.substr(own)) > 0;
  const bool apart = begin == 0 || is_blank(line_at(text, line_begin(text, begin - 1)));
  return {begin, sibling || apart ? next : end};
}

}  // namespace milepost
