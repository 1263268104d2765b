// Recognizes labels in lines of text.
#include "shape/label_line.h"

#include <algorithm>

#include "text/ascii.h"
#include "text/emoji.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr std::size_t kMostWords = 8;
constexpr std::size_t kLongestLabel = 80;

bool is_label(std::string_view text) {
  if (text.empty() || text.size() > kLongestLabel) return false;
  if (text.find_first_of("\n\r`<>[]{}.,;!\"=|") != std::string_view::npos) return false;
  const auto words = static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
  if (words > kMostWords) return false;
  return std::any_of(text.begin(), text.end(), [](char c) {
    return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80;
  });
}

Written skip(const Written& w, std::size_t bytes) {
  return trimmed(piece(w, bytes, w.text.size() - bytes));
}

// Without an HTML comment at the end: `accepted <!-- optional -->`.
Written without_note(const Written& w) {
  const std::size_t note = w.text.find("<!--");
  return note == std::string_view::npos ? w : trimmed(piece(w, 0, note));
}

}  // namespace

std::size_t list_marker(std::string_view text) {
  if (text.size() >= 2 && (text[0] == '-' || text[0] == '*' || text[0] == '+')) {
    return is_ascii_blank(text[1]) ? 2 : 0;
  }
  std::size_t digits = 0;
  while (digits < text.size() && digits < 9 && is_ascii_digit(text[digits])) ++digits;
  if (digits == 0 || digits + 1 >= text.size()) return 0;
  const bool dotted = text[digits] == '.' || text[digits] == ')';
  return dotted && is_ascii_blank(text[digits + 1]) ? digits + 2 : 0;
}

std::optional<LabelLine> label_line(const Written& line) {
  Written w = trimmed(line);
  if (const std::size_t marker = list_marker(w.text); marker != 0) w = skip(w, marker);
  while (true) {
    const std::size_t emoji = leading_emoji(w.text);
    if (emoji == 0 || static_cast<unsigned char>(w.text.front()) < 0x80) break;
    w = skip(w, emoji);
  }
  for (const std::string_view mark : {std::string_view("**"), std::string_view("__"),
                                      std::string_view("*"), std::string_view("_")}) {
    if (!w.text.starts_with(mark)) continue;
    const std::size_t close = w.text.find(mark, mark.size());
    if (close == std::string_view::npos) return std::nullopt;
    Written label = trimmed(piece(w, mark.size(), close - mark.size()));
    Written value = skip(w, close + mark.size());
    if (label.text.ends_with(':')) {
      label = trimmed(piece(label, 0, label.text.size() - 1));
    } else if (value.text.starts_with(':')) {
      value = skip(value, 1);
    } else {
      return std::nullopt;
    }
    if (!is_label(label.text)) return std::nullopt;
    return LabelLine{label, without_note(value)};
  }
  const std::size_t colon = w.text.find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const Written label = trimmed(piece(w, 0, colon));
  const std::string_view after = w.text.substr(colon + 1);
  // 09:00, https://…, std::string
  if (!after.empty() && !is_ascii_space(after.front())) return std::nullopt;
  if (!is_label(label.text)) return std::nullopt;
  return LabelLine{label, without_note(skip(w, colon + 1))};
}

}  // namespace milepost
