// Recognizes values that are none.
#include "shape/unset.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "shape/written.h"
#include "text/ascii.h"
#include "text/utf8.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr std::array<std::string_view, 12> kEmptyWords{
    "n/a",     "na",      "n.a.",    "n.a",  "none", "nil", "null", "not applicable",
    "nothing", "not set", "ninguno", "keine"};
constexpr std::array<std::string_view, 9> kOpenWords{"tbd",
                                                     "tbc",
                                                     "tba",
                                                     "t.b.d.",
                                                     "to be decided",
                                                     "to be determined",
                                                     "to be confirmed",
                                                     "to be defined",
                                                     "to be announced"};

// Longer than that nobody's placeholders are.
constexpr std::size_t kLongestTemplate = 500;

bool contains(std::string_view text, std::string_view needle) {
  return text.find(needle) != std::string_view::npos;
}

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [text](std::string_view word) { return iequals(text, word); });
}

bool only(std::string_view text, std::string_view unit) {
  if (text.empty() || text.size() % unit.size() != 0) return false;
  for (std::size_t i = 0; i < text.size(); i += unit.size()) {
    if (text.substr(i, unit.size()) != unit) return false;
  }
  return true;
}

bool is_dash(std::string_view text) {
  return only(text, "-") || only(text, "–") || only(text, "—") || text == "−" || text == "/";
}

// The end of the placeholder that begins at `at`, or `at` itself.
std::size_t placeholder_end(std::string_view text, std::size_t at) {
  const char open = text[at];
  if (open == '_') {
    std::size_t end = at;
    while (end < text.size() && text[end] == '_') ++end;
    return end - at >= 3 ? end : at;
  }
  const char close = open == '[' ? ']' : open == '<' ? '>' : open == '{' ? '}' : '\0';
  if (close == '\0') return at;
  const std::size_t end = text.find(close, at + 1);
  if (end == std::string_view::npos) return at;
  const std::string_view inside = text.substr(at + 1, end - at - 1);
  // A wiki link, a Markdown link, a check mark, a url or an e-mail address is no placeholder.
  if (open == '[') {
    if (contains(inside, "[") || (end + 1 < text.size() && text[end + 1] == '(')) return at;
    if (inside == "x" || inside == "X" || trim(inside).empty()) return at;
  }
  if (open == '<') {
    if (contains(inside, "://") || contains(inside, "@") || html_break_at(text, at) != 0) return at;
    if (inside.empty() || is_ascii_space(inside.front()) || inside.front() == '=') return at;
  }
  if (contains(inside, "\n")) return at;
  return end + 1;
}

}  // namespace

Unset unset_word(std::string_view text) {
  text = strip_emphasis(text);
  if (text.empty() || is_dash(text)) return Unset::empty;
  if (only(text, "?") || is_one_of(text, kOpenWords)) return Unset::to_be_decided;
  if (is_one_of(text, kEmptyWords)) return Unset::empty;
  if (text == "…" || text == "..." || text == "\\_\\_\\_") return Unset::leftover;
  const std::size_t end = placeholder_end(text, 0);
  if (end == text.size()) return Unset::leftover;
  // A reason may stand behind the word: `None (parallel)`, `TBD (after the offsite)`.
  if (text.back() == ')') {
    const std::size_t open = text.find('(');
    if (open != std::string_view::npos && open > 0) {
      const std::string_view word = trim_spaces(text.substr(0, open));
      if (is_one_of(word, kEmptyWords)) return Unset::empty;
      if (is_one_of(word, kOpenWords)) return Unset::to_be_decided;
    }
  }
  return Unset::no;
}

bool is_unmade_choice(std::string_view text, const std::function<bool(std::string_view)>& is_word) {
  text = strip_emphasis(text);
  if (text.size() > 2 &&
      ((text.front() == '[' && text.back() == ']') || (text.front() == '<' && text.back() == '>') ||
       (text.front() == '{' && text.back() == '}'))) {
    text = text.substr(1, text.size() - 2);
  }
  std::size_t parts = 0;
  for (std::size_t begin = 0; begin <= text.size();) {
    std::size_t end = text.find_first_of("/|", begin);
    if (end == std::string_view::npos) end = text.size();
    std::string_view part = trim_spaces(text.substr(begin, end - begin));
    if (part.ends_with('\\')) part = trim_spaces(part.substr(0, part.size() - 1));
    if (part.empty() || !is_word(part)) return false;
    ++parts;
    begin = end + 1;
  }
  return parts >= 2;
}

bool is_template_text(std::string_view text) {
  if (text.size() > kLongestTemplate) return false;
  bool placeholder = false;
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = placeholder_end(text, i);
    if (end > i) {
      placeholder = true;
      letters = 0;
      i = end;
      continue;
    }
    const CodePoint point = code_point_at(text, i);
    letters = is_letter(point.value) ? letters + 1 : 0;
    if (letters >= 2) return false;
    i += point.size;
  }
  return placeholder;
}

}  // namespace milepost
