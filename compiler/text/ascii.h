// ASCII predicates and string pieces that no locale can change.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

constexpr bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_ascii_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
constexpr bool is_ascii_lower(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr bool is_ascii_alpha(char c) {
  return is_ascii_upper(c) || is_ascii_lower(c);
}
constexpr bool is_ascii_alnum(char c) {
  return is_ascii_alpha(c) || is_ascii_digit(c);
}
constexpr bool is_ascii_hex(char c) {
  return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
// Space, tab, line feed, carriage return, vertical tab, form feed.
constexpr bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool is_ascii_blank(char c) {
  return c == ' ' || c == '\t';
}
constexpr bool is_ascii_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) == 0x7F;
}
constexpr bool is_ascii_punct(char c) {
  return c > ' ' && static_cast<unsigned char>(c) < 0x7F && !is_ascii_alnum(c);
}

constexpr char ascii_lower(char c) {
  return is_ascii_upper(c) ? static_cast<char>(c + 32) : c;
}
constexpr char ascii_upper(char c) {
  return is_ascii_lower(c) ? static_cast<char>(c - 32) : c;
}

// Other bytes than A-Z and a-z are left as they are.
std::string ascii_lower(std::string_view text);
std::string ascii_upper(std::string_view text);

// Without ASCII white space at the ends. The result borrows `text`.
constexpr std::string_view trim_left(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.front())) text.remove_prefix(1);
  return text;
}
constexpr std::string_view trim_right(std::string_view text) {
  while (!text.empty() && is_ascii_space(text.back())) text.remove_suffix(1);
  return text;
}
constexpr std::string_view trim(std::string_view text) {
  return trim_right(trim_left(text));
}

constexpr bool iequals(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (ascii_lower(a[i]) != ascii_lower(b[i])) return false;
  }
  return true;
}
constexpr bool istarts_with(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && iequals(text.substr(0, prefix.size()), prefix);
}
constexpr bool iends_with(std::string_view text, std::string_view suffix) {
  return text.size() >= suffix.size() && iequals(text.substr(text.size() - suffix.size()), suffix);
}

// The offset of `needle` in `text` ignoring ASCII case, npos if it is not there.
constexpr std::size_t ifind(std::string_view text, std::string_view needle) {
  if (needle.size() > text.size()) return std::string_view::npos;
  for (std::size_t i = 0; i + needle.size() <= text.size(); ++i) {
    if (iequals(text.substr(i, needle.size()), needle)) return i;
  }
  return std::string_view::npos;
}

// The pieces between `separator`s, empty ones included; one piece for an empty text. Borrows.
std::vector<std::string_view> split(std::string_view text, char separator);

// The pieces between any of `separators`, each trimmed, empty ones left out. Borrows.
std::vector<std::string_view> split_trimmed(std::string_view text, std::string_view separators);

// The lines of `text` without their ends (LF, CRLF, CR). A final line end adds no empty line.
std::vector<std::string_view> split_lines(std::string_view text);

}  // namespace milepost
