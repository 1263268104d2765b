// Replaces the escapes of the specification's input files.
#include "spec/marks.h"

#include <fmt/format.h>

#include <charconv>
#include <optional>
#include <utility>

#include "text/ascii.h"

namespace milepost::testing {
namespace {

constexpr std::pair<std::string_view, std::string_view> kNames[] = {
    {"NBSP", "\u00A0"}, {"ZWSP", "\u200B"}, {"TAB", "\t"}, {"CR", "\r"}, {"BOM", "\uFEFF"}};

// What the name between braces stands for.
std::optional<std::string> character(std::string_view name) {
  for (const auto& [known, bytes] : kNames) {
    if (name == known) return std::string(bytes);
  }
  if (name.size() != 3 || name.front() != 'x') return std::nullopt;
  unsigned value = 0;
  const auto [end, error] = std::from_chars(name.data() + 1, name.data() + 3, value, 16);
  if (error != std::errc() || end != name.data() + 3) return std::nullopt;
  return std::string(1, static_cast<char>(value));
}

std::string place(std::string_view path, std::string_view before) {
  if (before.starts_with("\uFEFF")) before.remove_prefix(3);
  size_t line = 1;
  size_t column = 1;
  for (const char c : before) {
    if (c == '\n') {
      ++line;
      column = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) {
      ++column;
    }
  }
  return fmt::format("{}:{}:{}", path, line, column);
}

}  // namespace

std::string with_characters(std::string_view path, std::string_view text, Marks& marks) {
  std::string out;
  while (!text.empty()) {
    const size_t open = text.find('{');
    out += text.substr(0, open);
    if (open == std::string_view::npos) break;
    text.remove_prefix(open);
    const size_t close = text.find('}');
    const std::string_view name =
        close == std::string_view::npos ? std::string_view() : text.substr(1, close - 1);
    const std::optional<std::string> found = character(name);
    if (name.starts_with('^')) {
      marks[std::string(name)] = place(path, out);
      text.remove_prefix(close + 1);
    } else if (found) {
      out += *found;
      text.remove_prefix(close + 1);
    } else {
      out += '{';
      text.remove_prefix(1);
    }
  }
  return out;
}

std::string with_place(std::string_view line, const Marks& marks) {
  const size_t colon = line.find(':');
  if (!line.starts_with('^') || colon == std::string_view::npos) return std::string(line);
  const auto found = marks.find(std::string(line.substr(0, colon)));
  return found == marks.end() ? std::string(line) : found->second + std::string(line.substr(colon));
}

}  // namespace milepost::testing
