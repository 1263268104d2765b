// People, teams and roles as written; link/ finds out who they are.
#include <array>

#include "shape/decode.h"
#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

// Two halves that are one name: a slash in them separates nobody.
constexpr std::array<std::string_view, 7> kJoined{"ci/cd", "ui/ux", "ux/ui", "a/b",
                                                  "i/o",   "it/ot", "ml/ai"};

bool is_joined(std::string_view text, std::size_t slash) {
  for (const std::string_view word : kJoined) {
    const std::size_t left = word.find('/');
    if (slash < left) continue;
    const std::size_t begin = slash - left;
    if (!istarts_with(text.substr(begin), word)) continue;
    const std::size_t end = begin + word.size();
    if ((begin == 0 || !is_ascii_alnum(text[begin - 1])) &&
        (end == text.size() || !is_ascii_alnum(text[end]))) {
      return true;
    }
  }
  return false;
}

bool blank_at(std::string_view text, std::size_t at) {
  return at >= text.size() || is_ascii_space(text[at]);
}

// The length of what separates two people at `at`, 0 if nothing does.
std::size_t separator_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == ',' || c == ';' || c == '\n' || c == '\r') return 1;
  if (c == '<') return html_break_at(text, at);
  if (c == '/') {
    const bool url =
        at + 1 < text.size() && (text[at + 1] == '/' || (at > 0 && text[at - 1] == '/'));
    return url || is_joined(text, at) ? 0 : 1;
  }
  if (c == '&') {
    // R&D is one team.
    const bool apart =
        at == 0 || is_ascii_space(text[at - 1]) || blank_at(text, at + 1) || text[at + 1] == '@';
    return apart ? 1 : 0;
  }
  if (c == '+') {
    const bool plus_plus =
        (at > 0 && text[at - 1] == '+') || (at + 1 < text.size() && text[at + 1] == '+');
    return plus_plus ? 0 : 1;
  }
  if (c == ' ') {
    for (const std::string_view word : {std::string_view(" and "), std::string_view(" with ")}) {
      if (istarts_with(text.substr(at), word)) return word.size();
    }
  }
  return 0;
}

// The piece inside `open` … `close` at the end of `w`, and `w` without it.
bool take_tail(Written& w, char open, char close, Written& inside) {
  if (w.text.size() < 3 || w.text.back() != close) return false;
  const std::size_t at = w.text.rfind(open);
  if (at == std::string_view::npos || at == 0) return false;
  inside = trimmed(piece(w, at + 1, w.text.size() - at - 2));
  w = trimmed(piece(w, 0, at));
  return true;
}

}  // namespace

std::vector<Written> split_people(const Written& whole) {
  std::vector<Written> people;
  int depth = 0;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const Written part = trimmed(piece(whole, begin, end - begin));
    if (!part.text.empty()) people.push_back(part);
  };
  const std::string_view text = whole.text;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    // An address in angle brackets belongs to the name before it.
    const bool opens = c == '(' || c == '[' || (c == '<' && html_break_at(text, i) == 0);
    if (opens) ++depth;
    if ((c == ')' || c == ']' || c == '>') && depth > 0) --depth;
    const std::size_t length = depth == 0 && !opens ? separator_at(text, i) : 0;
    if (length == 0) {
      ++i;
      continue;
    }
    add(i);
    i += length;
    begin = i;
  }
  begin = std::min(begin, text.size());
  add(text.size());
  return people;
}

bool read_person(Decoding& d, const Field&, const Written& w, Value& value) {
  Written name = without_emphasis(w);
  Written detail;
  // [Asha](https://…)
  if (name.text.starts_with('[')) {
    const std::size_t close = name.text.find("](");
    if (close != std::string_view::npos && name.text.ends_with(')')) {
      name = trimmed(piece(name, 1, close - 1));
    }
  }
  if (!take_tail(name, '(', ')', detail)) take_tail(name, '<', '>', detail);
  name = without_emphasis(name);
  if (name.text.starts_with('@') && name.text.size() > 1) {
    name = piece(name, 1, name.text.size() - 1);
  }
  if (detail.text.starts_with('@')) detail = piece(detail, 1, detail.text.size() - 1);
  value.data = PersonName{d.work.lasting(name.text), d.work.lasting(detail.text)};
  return true;
}

}  // namespace milepost
