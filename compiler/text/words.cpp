// Keys and names: drops what people decorate words with.
#include "text/words.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/ascii.h"
#include "text/emoji.h"
#include "text/utf8.h"

namespace milepost {
namespace {

bool is_blank(char32_t value) {
  return is_space(value) || is_zero_width(value);
}

bool is_apostrophe(char32_t value) {
  return value == '\'' || value == 0x2019 || value == 0x2018 || value == 0x02BC;
}

// Whether a label keeps the character. `%` tells "% complete" from "complete".
bool is_label_character(char32_t value) {
  if (value < 0x80) return is_ascii_alnum(static_cast<char>(value)) || value == '%';
  return is_letter(value) || is_mark(value) || is_number(value);
}

// Takes words one character at a time and puts one separator between them.
class WordJoiner {
 public:
  WordJoiner(std::size_t capacity, char separator) : separator_(separator) {
    out_.reserve(capacity);
  }
  void add(std::string_view bytes) {
    if (gap_ && !out_.empty()) out_.push_back(separator_);
    gap_ = false;
    out_.append(bytes);
  }
  void add(char c) { add(std::string_view(&c, 1)); }
  void gap() { gap_ = true; }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
  char separator_;
  bool gap_ = false;
};

// The label's end before a hint in parentheses, and the hint.
struct HintSplit {
  std::size_t label_end;
  std::string_view hint;
};

HintSplit split_hint(std::string_view text) {
  const HintSplit none{text.size(), {}};
  std::size_t end = text.size();
  while (end > 0) {
    const CodePoint last = code_point_before(text, end);
    const bool decoration = is_blank(last.value) || last.value == '*' || last.value == '_' ||
                            last.value == '~' || last.value == '`' || last.value == ':';
    if (!decoration) break;
    end -= last.size;
  }
  if (end == 0 || text[end - 1] != ')') return none;
  std::size_t depth = 0;
  std::size_t begin = end;
  while (begin > 0) {
    --begin;
    if (text[begin] == ')') ++depth;
    if (text[begin] == '(' && --depth == 0) break;
  }
  if (depth != 0) return none;
  for (const CodePoint point : CodePoints(text.substr(0, begin))) {
    if (is_label_character(point.value)) {
      return {begin, trim_spaces(text.substr(begin + 1, end - begin - 2))};
    }
  }
  return none;
}

std::string label_words(std::string_view text) {
  WordJoiner words(text.size(), ' ');
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t emoji = leading_emoji(text.substr(at));
    const CodePoint point = code_point_at(text, at);
    // The digit of a keycap is still the label's.
    const bool decoration = emoji != 0 && point.value >= 0x80;
    if (decoration) {
      words.gap();
      at += emoji;
      continue;
    }
    if (is_label_character(point.value)) {
      words.add(text.substr(at, point.size));
    } else if (!is_apostrophe(point.value) && !is_zero_width(point.value)) {
      words.gap();
    }
    at += emoji != 0 ? emoji : point.size;
  }
  return words.take();
}

std::string label_words_ascii(std::string_view text) {
  WordJoiner words(text.size(), ' ');
  for (const char c : text) {
    if (is_ascii_alnum(c) || c == '%') {
      words.add(ascii_lower(c));
    } else if (c != '\'') {
      words.gap();
    }
  }
  return words.take();
}

// Latin letters that no decomposition takes apart.
std::string_view latin_letters(char32_t value) {
  struct Entry {
    char32_t from;
    std::string_view to;
  };
  static constexpr std::array<Entry, 16> kEntries{{{0xC6, "ae"},
                                                   {0xD0, "d"},
                                                   {0xD8, "o"},
                                                   {0xDE, "th"},
                                                   {0xDF, "ss"},
                                                   {0xE6, "ae"},
                                                   {0xF0, "d"},
                                                   {0xF8, "o"},
                                                   {0xFE, "th"},
                                                   {0x110, "d"},
                                                   {0x111, "d"},
                                                   {0x131, "i"},
                                                   {0x141, "l"},
                                                   {0x142, "l"},
                                                   {0x152, "oe"},
                                                   {0x153, "oe"}}};
  for (const Entry& entry : kEntries) {
    if (entry.from == value) return entry.to;
  }
  return {};
}

std::string hash_digits(std::string_view text) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 16777619u;
  }
  std::string digits(8, '0');
  for (std::size_t i = 0; i < digits.size(); ++i) {
    digits[digits.size() - 1 - i] = "0123456789abcdef"[(hash >> (4 * i)) & 0xFu];
  }
  return digits;
}

// With spaces for HTML line breaks, as headers of narrow columns have them; empty if there are
// none.
std::string without_breaks(std::string_view text) {
  std::string out;
  for (std::size_t at = text.find("<br"); at != std::string_view::npos; at = text.find("<br")) {
    const std::size_t end = text.find('>', at);
    if (end == std::string_view::npos) break;
    out += text.substr(0, at);
    out += ' ';
    text.remove_prefix(end + 1);
  }
  if (!out.empty()) out += text;
  return out;
}

}  // namespace

std::string normalize_spaces(std::string_view text) {
  WordJoiner words(text.size(), ' ');
  for (const CodePoint point : CodePoints(text)) {
    if (is_space(point.value)) {
      words.gap();
    } else if (!is_zero_width(point.value)) {
      words.add(text.substr(point.offset, point.size));
    }
  }
  return words.take();
}

std::string_view trim_spaces(std::string_view text) {
  while (!text.empty()) {
    const CodePoint first = code_point_at(text, 0);
    if (!is_blank(first.value)) break;
    text.remove_prefix(first.size);
  }
  while (!text.empty()) {
    const CodePoint last = code_point_before(text, text.size());
    if (!is_blank(last.value)) break;
    text.remove_suffix(last.size);
  }
  return text;
}

std::string_view strip_emphasis(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kMarkers{"***", "**", "*", "__", "_", "~~", "`"};
  text = trim_spaces(text);
  bool stripped = true;
  while (stripped) {
    stripped = false;
    for (const std::string_view marker : kMarkers) {
      if (text.size() <= 2 * marker.size() || !text.starts_with(marker) ||
          !text.ends_with(marker)) {
        continue;
      }
      const auto inner = text.substr(marker.size(), text.size() - 2 * marker.size());
      if (inner.find(marker) != std::string_view::npos) break;
      text = trim_spaces(inner);
      stripped = true;
      break;
    }
  }
  return text;
}

std::string normalize_label(std::string_view text) {
  const std::string unbroken = without_breaks(text);
  if (!unbroken.empty()) return normalize_label(unbroken);
  std::string_view label = text;
  for (HintSplit hint = split_hint(label); hint.label_end < label.size();
       hint = split_hint(label)) {
    label = label.substr(0, hint.label_end);
  }
  std::string key = is_ascii(label) ? label_words_ascii(label) : label_words(collision_key(label));
  if (!key.empty()) return key;
  // Nothing but decoration, as the header `#`.
  return normalize_spaces(remove_emoji(strip_emphasis(text)));
}

std::string_view label_hint(std::string_view text) {
  return split_hint(text).hint;
}

std::string slug(std::string_view text, std::size_t max) {
  max = std::max<std::size_t>(max, 8);
  const std::string plain = strip_marks(text);
  WordJoiner words(plain.size(), '-');
  for (const CodePoint point : CodePoints(plain)) {
    if (point.value < 0x80 && is_ascii_alnum(static_cast<char>(point.value))) {
      words.add(ascii_lower(static_cast<char>(point.value)));
    } else if (const auto letters = latin_letters(point.value); !letters.empty()) {
      words.add(letters);
    } else if (!is_apostrophe(point.value) && !is_zero_width(point.value)) {
      words.gap();
    }
  }
  std::string name = words.take();
  if (name.empty()) return hash_digits(text);
  if (name.size() > max) {
    // A cut inside a word is only worth it where words are very long.
    const std::size_t hyphen = name.rfind('-', max);
    name.resize(hyphen != std::string::npos && hyphen >= max / 2 ? hyphen : max);
  }
  return name;
}

std::string github_anchor(std::string_view heading) {
  std::string anchor;
  heading = trim(heading);
  anchor.reserve(heading.size());
  for (const CodePoint point : CodePoints(heading)) {
    if (point.value == ' ' || point.value == '-') {
      anchor.push_back('-');
    } else if (is_word_character(point.value)) {
      append_utf8(anchor, to_lower(point.value));
    }
  }
  return anchor;
}

}  // namespace milepost
