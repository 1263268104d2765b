// Cuts written values into pieces without losing their place.
#include "shape/written.h"

#include <array>
#include <cstdint>

#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

// Follows brackets and code marks, so that a separator inside them separates nothing.
class Nesting {
 public:
  // True if the character at hand stands outside of all of them.
  bool outside(char c) {
    if (c == '`') {
      code_ = !code_;
      return false;
    }
    if (code_) return false;
    if (c == '(' || c == '[' || c == '{') {
      ++depth_;
      return false;
    }
    if ((c == ')' || c == ']' || c == '}') && depth_ > 0) {
      --depth_;
      return false;
    }
    return depth_ == 0;
  }

 private:
  std::uint32_t depth_ = 0;
  bool code_ = false;
};

struct Separators {
  bool commas;
  bool strong;  // semicolons and line breaks
};

// The length of a separator at `at`, 0 if there is none.
std::size_t separator_at(std::string_view text, std::size_t at, Separators separators) {
  const char c = text[at];
  if (separators.commas && c == ',') {
    // 1,000 is one number.
    const bool digits = at > 0 && at + 1 < text.size() && is_ascii_digit(text[at - 1]) &&
                        is_ascii_digit(text[at + 1]);
    return digits ? 0 : 1;
  }
  if (!separators.strong) return 0;
  if (c == ';' || c == '\n' || c == '\r') return 1;
  return c == '<' ? html_break_at(text, at) : 0;
}

}  // namespace

Written piece(const Written& whole, std::size_t offset, std::size_t length) {
  Written part = whole;
  part.text = whole.text.substr(offset, length);
  if (whole.exact) part.span = sub_span(whole.span, offset, part.text.size());
  return part;
}

Written piece(const Written& whole, std::string_view part) {
  return piece(whole, static_cast<std::size_t>(part.data() - whole.text.data()), part.size());
}

Written trimmed(const Written& whole) {
  const std::string_view text = trim_spaces(whole.text);
  return text.size() == whole.text.size() ? whole : piece(whole, text);
}

Written without_emphasis(const Written& whole) {
  return piece(whole, strip_emphasis(whole.text));
}

std::size_t html_break_at(std::string_view text, std::size_t at) {
  for (const std::string_view form :
       {std::string_view("<br>"), std::string_view("<br/>"), std::string_view("<br />")}) {
    if (istarts_with(text.substr(at), form)) return form.size();
  }
  return 0;
}

std::size_t comment_begin(std::string_view text, std::size_t from) {
  static constexpr std::array<std::string_view, 4> kDashes{" — ", " – ", " - ", " -- "};
  for (std::size_t i = from; i < text.size(); ++i) {
    const char c = text[i];
    if (c == ';' || c == '(' || c == '\n' || c == '\r') return i;
    if (c == ',' || c == '.' || c == ':') {
      if (i + 1 == text.size() || is_ascii_space(text[i + 1])) return i;
    }
    if (c == '<' && html_break_at(text, i) != 0) return i;
    if (c != ' ') {
      if (text.substr(i).starts_with("—")) return i;
      continue;
    }
    for (const std::string_view dash : kDashes) {
      if (text.substr(i).starts_with(dash)) return i;
    }
  }
  return std::string_view::npos;
}

std::string_view comment_text(std::string_view tail) {
  static constexpr std::array<std::string_view, 8> kMarks{"—", "–", "--", "-", ";", ":", ",", "."};
  tail = trim_spaces(tail);
  if (const std::size_t length = tail.empty() ? 0 : html_break_at(tail, 0); length != 0) {
    return trim_spaces(tail.substr(length));
  }
  for (const std::string_view mark : kMarks) {
    if (tail.starts_with(mark)) return trim_spaces(tail.substr(mark.size()));
  }
  if (tail.starts_with('(') && tail.find(')') == tail.size() - 1) {
    return trim_spaces(tail.substr(1, tail.size() - 2));
  }
  return tail;
}

std::vector<Written> list_pieces(const Written& whole, bool prose) {
  Separators separators{true, true};
  if (prose) {
    Nesting nesting;
    for (std::size_t i = 0; i < whole.text.size() && separators.commas; ++i) {
      if (nesting.outside(whole.text[i]) && separator_at(whole.text, i, {false, true}) != 0) {
        separators.commas = false;
      }
    }
  }
  std::vector<Written> pieces;
  const auto add = [&](std::size_t begin, std::size_t end) {
    const Written part = trimmed(piece(whole, begin, end - begin));
    if (!part.text.empty()) pieces.push_back(part);
  };
  Nesting nesting;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < whole.text.size();) {
    const std::size_t length =
        nesting.outside(whole.text[i]) ? separator_at(whole.text, i, separators) : 0;
    if (length == 0) {
      ++i;
      continue;
    }
    add(begin, i);
    i += length;
    begin = i;
  }
  add(begin, whole.text.size());
  return pieces;
}

}  // namespace milepost
