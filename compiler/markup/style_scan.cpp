// Reads a style sheet with comments and escapes undone.
#include "markup/style_scan.h"

#include <array>
#include <cstdint>
#include <vector>

#include "markup/url.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace milepost {
namespace {

// The sheet as its reader understands it, and for each byte where it came from.
struct PlainStyle {
  std::string text;
  std::vector<uint32_t> from;

  void add(std::string_view piece, size_t offset) {
    text += piece;
    from.resize(text.size(), static_cast<uint32_t>(offset));
  }
};

PlainStyle plain_style(std::string_view css) {
  PlainStyle plain;
  plain.text.reserve(css.size());
  plain.from.reserve(css.size());
  for (size_t i = 0; i < css.size();) {
    if (css.substr(i, 2) == "/*") {
      const size_t end = css.find("*/", i + 2);
      i = end == std::string_view::npos ? css.size() : end + 2;
      continue;
    }
    if (css[i] != '\\' || i + 1 >= css.size()) {
      plain.add(css.substr(i, 1), i);
      ++i;
      continue;
    }
    size_t end = i + 1;
    char32_t value = 0;
    while (end < css.size() && end < i + 7 && is_ascii_hex(css[end])) {
      const char c = ascii_lower(css[end]);
      value = value * 16 + static_cast<char32_t>(is_ascii_digit(c) ? c - '0' : c - 'a' + 10);
      ++end;
    }
    if (end == i + 1) {
      plain.add(css.substr(i + 1, 1), i);
      i += 2;
      continue;
    }
    if (end < css.size() && is_ascii_space(css[end])) ++end;
    std::string character;
    append_utf8(character, value);
    plain.add(character, i);
    i = end;
  }
  return plain;
}

bool is_inside_picture(std::string_view address) {
  for (const std::string_view type : {"data:image/svg+xml", "data:image/png", "data:image/gif",
                                      "data:image/jpeg", "data:image/webp"}) {
    if (istarts_with(address, type)) return true;
  }
  return false;
}

bool is_fine(std::string_view address, bool own_files) {
  address = trim(address);
  if (address.empty() || address.front() == '#' || is_inside_picture(address)) return true;
  if (!own_files) return false;
  const std::optional<Url> url = Url::from_data(address);
  return url && !url->is_absolute() && address.front() != '/';
}

// The text of `url(`… up to the bracket, without quotes. `at` is after the opening bracket.
std::string_view address_at(std::string_view text, size_t at) {
  while (at < text.size() && is_ascii_space(text[at])) ++at;
  if (at >= text.size()) return {};
  const char quote = text[at];
  if (quote == '"' || quote == '\'') {
    const size_t end = text.find(quote, at + 1);
    return text.substr(at + 1, end == std::string_view::npos ? end : end - at - 1);
  }
  const size_t end = text.find(')', at);
  return text.substr(at, end == std::string_view::npos ? end : end - at);
}

}  // namespace

std::optional<StyleObjection> object_to_style(std::string_view css, bool own_files) {
  const PlainStyle plain = plain_style(css);
  const std::string low = ascii_lower(plain.text);
  constexpr std::array<std::string_view, 8> never = {
      "@import",      "expression(", "javascript:", "vbscript:",
      "-moz-binding", "behavior:",   "</style",     "@namespace"};
  for (const std::string_view word : never) {
    size_t at = low.find(word);
    // scroll-behavior and its like are other properties, and harmless.
    while (word == "behavior:" && at != std::string_view::npos && at > 0 && low[at - 1] == '-') {
      at = low.find(word, at + 1);
    }
    if (at != std::string_view::npos) {
      return StyleObjection{plain.from[at], "`" + std::string(word) + "`"};
    }
  }
  // Functions that load; image-set() and src() take bare strings.
  for (const std::string_view call : {"url(", "image-set(", "image(", "src(", "cross-fade("}) {
    for (size_t at = low.find(call); at != std::string_view::npos; at = low.find(call, at + 1)) {
      const std::string_view address = address_at(plain.text, at + call.size());
      const bool nested = call != "url(" && (istarts_with(address, "url(") || address.empty());
      if (!nested && !is_fine(address, own_files)) {
        return StyleObjection{plain.from[at],
                              "the address `" + std::string(address.substr(0, 80)) + "`"};
      }
    }
  }
  // Strings further inside such a function: nothing in a sheet needs a string with a scheme.
  for (size_t at = low.find("://"); at != std::string_view::npos; at = low.find("://", at + 1)) {
    const size_t line = low.rfind('\n', at);
    const size_t data = low.rfind("data:image/", at);
    const bool in_picture =
        data != std::string_view::npos && (line == std::string_view::npos || data > line);
    if (!in_picture) return StyleObjection{plain.from[at], "an address outside the theme"};
  }
  return std::nullopt;
}

}  // namespace milepost
