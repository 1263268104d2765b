// Values of plain YAML: plain and quoted scalars on one line, literal and folded blocks.
#include <algorithm>
#include <utility>

#include "parse/codes.h"
#include "parse/yaml_plain.h"
#include "text/ascii.h"
#include "text/byte_set.h"
#include "text/utf8.h"

namespace milepost {
namespace {

constexpr ByteSet kEndsPlain(":#");

int hex_value(char c) {
  if (is_ascii_digit(c)) return c - '0';
  if (!is_ascii_hex(c)) return -1;
  return ascii_lower(c) - 'a' + 10;
}

// What the escape `\c` stands for; 0 for those with digits and those that do not exist.
char32_t simple_escape(char c) {
  switch (c) {
    case 'a':
      return 7;
    case 'b':
      return 8;
    case 't':
      return 9;
    case 'n':
      return 10;
    case 'v':
      return 11;
    case 'f':
      return 12;
    case 'r':
      return 13;
    case 'e':
      return 27;
    case 'N':
      return 0x85;
    case '_':
      return 0xA0;
    case 'L':
      return 0x2028;
    case 'P':
      return 0x2029;
    case ' ':
    case '"':
    case '/':
    case '\\':
      return static_cast<char32_t>(c);
    default:
      return 0;
  }
}

std::size_t escape_digits(char c) {
  return c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
}

}  // namespace

bool is_yaml_null(std::string_view text) {
  return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

bool PlainYamlReader::push_node(YamlKind kind, YamlStyle style, uint32_t begin, uint32_t end,
                                std::string_view text) {
  if (tree_.nodes.size() >= options_.max_nodes) {
    return fail(fatal_mistake(parse_code::too_many_nodes, begin, begin,
                              "there are more than " + std::to_string(options_.max_nodes) +
                                  " keys and values; what follows is not read",
                              "split the file"));
  }
  YamlNode& node = tree_.nodes.emplace_back();
  node.kind = kind;
  node.style = style;
  node.span = Span{file_, offset_ + begin, offset_ + end};
  node.text = text;
  return true;
}

// The end of the text that begins at `pos`: of the line, or where a comment begins.
uint32_t PlainYamlReader::value_end(uint32_t pos) const {
  uint32_t end = line_end_;
  const std::size_t comment = slice(pos, line_end_).find(" #");
  if (comment != std::string_view::npos) end = pos + static_cast<uint32_t>(comment);
  while (end > pos && is_ascii_blank(text_[end - 1])) --end;
  return end;
}

bool PlainYamlReader::read_value(uint32_t pos, int32_t parent_indent) {
  last_begin_ = pos;
  last_was_plain_ = false;
  switch (text_[pos]) {
    case '"':
    case '\'':
      return read_quoted(pos, parent_indent);
    case '[':
    case '{':
      return read_flow(pos, parent_indent);
    case '|':
    case '>':
      return read_block_scalar(pos, parent_indent);
    case ',':
    case ']':
    case '}':
    case '@':
    case '`':
    case '%':
    case '&':
    case '*':
    case '!':
    case '#':
      return read_special(pos);
    case '-':
    case '?':
    case ':':
      return blank_at(pos + 1) ? read_special(pos) : read_plain(pos);
    default:
      return read_plain(pos);
  }
}

bool PlainYamlReader::read_plain(uint32_t pos) {
  uint32_t end = line_end_;
  for (uint32_t at = pos;; ++at) {
    const std::size_t found = kEndsPlain.find_in(slice(at, line_end_));
    if (found == std::string_view::npos) break;
    at += static_cast<uint32_t>(found);
    if (text_[at] == '#') {
      if (text_[at - 1] != ' ') continue;
      end = at;
      break;
    }
    if (!blank_at(at + 1)) continue;
    return fail(value_needs_quotes(text_, pos, value_end(pos),
                                   "`:` before a space or the line's end makes YAML read a key"));
  }
  while (end > pos && text_[end - 1] == ' ') --end;
  last_end_ = end;
  last_was_plain_ = true;
  const std::string_view value = slice(pos, end);
  const YamlKind kind =
      value.size() <= 4 && is_yaml_null(value) ? YamlKind::null : YamlKind::scalar;
  return push_node(kind, YamlStyle::plain, pos, end, value);
}

// Values that begin with a character that means something to YAML.
bool PlainYamlReader::read_special(uint32_t pos) {
  const char first = text_[pos];
  const uint32_t end = value_end(pos);
  switch (first) {
    case '&':
    case '*':
      if (options_.aliases) return unusual();
      {
        YamlMistake mistake = value_needs_quotes(
            text_, pos, end,
            first == '*' ? "`*` starts an alias, which front matter may not use"
                         : "`&` starts an anchor, which front matter may not use");
        mistake.code = parse_code::alias;
        return fail(std::move(mistake));
      }
    case '!': {
      if (pos + 1 < line_end_ && text_[pos + 1] == '!') return unusual();
      YamlMistake mistake =
          value_needs_quotes(text_, pos, end, "YAML takes the word after `!` for a tag");
      mistake.code = parse_code::tag;
      return fail(std::move(mistake));
    }
    case '-': {
      const uint32_t item = skip_spaces(pos + 1);
      if (item >= end) return fail(value_needs_quotes(text_, pos, end, "a `-` starts a list item"));
      YamlMistake mistake = value_needs_quotes(text_, pos, end, {});
      mistake.code = parse_code::yaml_syntax;
      mistake.message = "a list cannot start on the line of its key";
      mistake.help = "put each `- ` item on a line of its own below the key, or write `[a, b]`";
      const std::string_view rest = slice(item, end);
      if (rest.find_first_of(",[]{}:#&*!|>'\"%@`") == std::string_view::npos) {
        mistake.edits[0].text = "[" + std::string(rest) + "]";
      }
      return fail(std::move(mistake));
    }
    case '?':
      return fail(value_needs_quotes(text_, pos, end, "`?` before a space starts a key"));
    case ':':
      return fail(value_needs_quotes(text_, pos, end, "`:` before a space makes YAML read a key"));
    default:
      return fail(
          value_needs_quotes(text_, pos, end, "no value may start with " + shown_character(first)));
  }
}

// Behind a quoted or flow value nothing may stand but a comment.
bool PlainYamlReader::end_of_value(uint32_t begin, uint32_t end) {
  const uint32_t rest = skip_spaces(end);
  if (at_end_or_comment(rest)) return true;
  if (text_[rest] == '#') return unusual();
  if (text_[rest] == ':' && blank_at(rest + 1)) {
    return fail(left_out(text_, parse_code::complex_key, begin, end,
                         "a list or mapping is used as a key, which records do not have",
                         "quote it if it is text"));
  }
  const uint32_t line = line_begin_of(text_, rest);
  if (begin < line) {
    return fail(left_out(
        text_, parse_code::stray_content, rest, value_end(rest),
        excerpt(slice(rest, value_end(rest))) + " follows a value that is already complete",
        "put the whole value in quotes, or remove this"));
  }
  const char first = text_[begin];
  return fail(value_needs_quotes(
      text_, begin, value_end(begin),
      first == '[' || first == '{'
          ? std::string("YAML ends the value at its `") + (first == '[' ? "]`" : "}`")
          : std::string("YAML ends the value at its second quote")));
}

bool PlainYamlReader::scan_quoted(uint32_t pos, int32_t parent_indent, Quoted& quoted) {
  const char quote = text_[pos];
  quoted.escapes = false;
  const uint32_t size = static_cast<uint32_t>(text_.size());
  uint32_t at = pos + 1;
  bool one_line = true;
  uint32_t line_end = line_end_;
  while (at < size) {
    if (at >= line_end) {
      // The value goes on in the next line: it may, if that is indented under its key.
      one_line = false;
      const std::size_t newline = text_.find('\n', at);
      if (newline == std::string_view::npos) break;
      const uint32_t line = static_cast<uint32_t>(newline) + 1;
      at = line;
      while (at < size && text_[at] == ' ') ++at;
      line_end = static_cast<uint32_t>(std::min(text_.find('\n', line), text_.size()));
      const bool blank = trim(slice(line, line_end)).empty();
      if (!blank && static_cast<int32_t>(at - line) <= parent_indent && text_[at] != '\t') {
        at = size;
        break;
      }
      continue;
    }
    const char c = text_[at];
    if (c == quote) {
      if (quote == '\'' && at + 1 < size && text_[at + 1] == '\'') {
        quoted.escapes = true;
        at += 2;
        continue;
      }
      quoted.end = at + 1;
      return one_line ? true : unusual();
    }
    if (c == '\\' && quote == '"') {
      quoted.escapes = true;
      ++at;
      if (at >= line_end) continue;
    }
    ++at;
  }
  YamlMistake mistake;
  mistake.code = parse_code::open_quote;
  mistake.begin = pos;
  mistake.end = pos + 1;
  mistake.message = std::string("the quote `") + quote + "` is never closed";
  uint32_t end = line_end_;
  while (end > pos + 1 && is_ascii_blank(text_[end - 1])) --end;
  mistake.edits = {{end, end, std::string(1, quote)}};
  mistake.help = std::string("put a `") + quote + "` at the end of the value" +
                 (quote == '\'' ? ", or, if it is an apostrophe, put the whole value in `\"`" : "");
  return fail(std::move(mistake));
}

bool PlainYamlReader::decode_double(uint32_t pos, uint32_t end, std::string& out) {
  out.reserve(end - pos);
  for (uint32_t at = pos; at < end;) {
    if (text_[at] != '\\') {
      out += text_[at++];
      continue;
    }
    const char c = text_[at + 1];
    const std::size_t digits = escape_digits(c);
    char32_t value = simple_escape(c);
    bool good = value != 0;
    if (digits > 0) {
      good = at + 2 + digits <= end;
      for (std::size_t i = 0; good && i < digits; ++i) {
        const int digit = hex_value(text_[at + 2 + static_cast<uint32_t>(i)]);
        good = digit >= 0;
        value = value * 16 + static_cast<char32_t>(std::max(digit, 0));
      }
      good = good && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    }
    if (!good) {
      YamlMistake mistake;
      mistake.code = parse_code::bad_escape;
      mistake.begin = at;
      mistake.end = std::min(at + 2, end);
      mistake.message = "`" + std::string(slice(at, mistake.end)) +
                        "` is no escape that YAML knows; in double quotes `\\` starts one";
      const std::string single = quoted_yaml(slice(pos, end));
      mistake.edits = {{pos - 1, end + 1, single}};
      mistake.help = "in single quotes nothing is escaped: `" + single + "`";
      return fail(std::move(mistake));
    }
    append_utf8(out, value);
    at += 2 + static_cast<uint32_t>(digits);
  }
  return true;
}

bool PlainYamlReader::push_quoted(uint32_t pos, const Quoted& quoted) {
  std::string_view value = slice(pos + 1, quoted.end - 1);
  if (quoted.escapes) {
    std::string decoded;
    if (text_[pos] == '"') {
      if (!decode_double(pos + 1, quoted.end - 1, decoded)) return false;
    } else {
      for (std::size_t i = 0; i < value.size(); ++i) {
        decoded += value[i];
        if (value[i] == '\'') ++i;
      }
    }
    value = tree_.storage.emplace_back(std::move(decoded));
  }
  last_end_ = quoted.end;
  return push_node(YamlKind::scalar, YamlStyle::quoted, pos, quoted.end, value);
}

bool PlainYamlReader::read_quoted(uint32_t pos, int32_t parent_indent) {
  Quoted quoted;
  if (!scan_quoted(pos, parent_indent, quoted)) return false;
  return end_of_value(pos, quoted.end) && push_quoted(pos, quoted);
}

bool PlainYamlReader::read_block_scalar(uint32_t pos, int32_t parent_indent) {
  const bool folded = text_[pos] == '>';
  uint32_t header = pos + 1;
  char chomp = ' ';
  bool explicit_indent = false;
  while (header < line_end_ &&
         (text_[header] == '-' || text_[header] == '+' || is_ascii_digit(text_[header]))) {
    if (is_ascii_digit(text_[header])) {
      explicit_indent = true;
    } else {
      chomp = text_[header];
    }
    ++header;
  }
  if (!at_end_or_comment(skip_spaces(header))) {
    return fail(
        value_needs_quotes(text_, pos, value_end(pos),
                           std::string("`") + text_[pos] + "` announces text on the lines below"));
  }
  if (explicit_indent || header - pos > 2 || parent_indent < 0) return unusual();
  if (folded && chomp == '+') return unusual();  // yaml-cpp keeps one line end too few

  const uint32_t size = static_cast<uint32_t>(text_.size());
  std::string value;
  std::size_t blanks = 0;  // empty lines not yet written
  uint32_t content_indent = 0;
  uint32_t last_content = header;
  bool first = true;
  while (next_ < size) {
    const uint32_t line = next_;
    const uint32_t before_end = line_end_;
    set_line(line);
    const uint32_t text = skip_spaces(line);
    if (text == line_end_) {
      if (first ? text - line > static_cast<uint32_t>(parent_indent + 1)
                : text - line > content_indent) {
        return unusual();  // spaces beyond the indentation are content
      }
      if (text > line && line_end_ == size) return unusual();
      ++blanks;
      continue;
    }
    if (text_[text] == '\t') return unusual();
    if (static_cast<int32_t>(text - line) <= parent_indent) {
      next_ = line;
      line_end_ = before_end;
      break;
    }
    if (first) {
      content_indent = text - line;
    } else if (text - line < content_indent) {
      return unusual();
    }
    if (folded && text - line > content_indent) return unusual();
    if (folded && !first) {
      if (blanks == 0) value += ' ';
      value.append(blanks, '\n');
    } else {
      value.append(blanks + (first ? 0 : 1), '\n');
    }
    value += slice(line + content_indent, line_end_);
    blanks = 0;
    first = false;
    last_content = line_end_;
  }
  if (first) {
    if (blanks > 0) return unusual();
  } else {
    if (chomp != '-' && last_content < size) value += '\n';
    if (chomp == '+') value.append(blanks, '\n');
  }
  last_end_ = last_content;
  const std::string_view stored = tree_.storage.emplace_back(std::move(value));
  return push_node(YamlKind::scalar, YamlStyle::block, pos, last_content, stored);
}

}  // namespace milepost
