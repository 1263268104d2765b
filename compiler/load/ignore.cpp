// Matching of gitignore patterns: star by star within a part, `**` by `**` between parts.
#include "load/ignore.h"

#include <cstddef>

#include "text/ascii.h"

namespace milepost {
namespace {

constexpr std::size_t kLongestPattern = 1024;

// The end of the bracket expression that starts at pattern[open] (just past its `]`), or npos.
std::size_t bracket_end(std::string_view pattern, std::size_t open) {
  std::size_t i = open + 1;
  if (i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^')) ++i;
  if (i < pattern.size() && pattern[i] == ']') ++i;  // a bracket that comes first is itself
  for (; i < pattern.size(); ++i) {
    if (pattern[i] == '\\') {
      ++i;
    } else if (pattern[i] == ']') {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

// `inside` is what stands between the brackets.
bool bracket_matches(std::string_view inside, char c) {
  const bool negated = !inside.empty() && (inside[0] == '!' || inside[0] == '^');
  if (negated) inside.remove_prefix(1);
  const auto unit = [](char x) { return static_cast<unsigned char>(x); };
  bool found = false;
  for (std::size_t i = 0; i < inside.size(); ++i) {
    if (inside[i] == '\\' && i + 1 < inside.size()) ++i;
    const char low = inside[i];
    char high = low;
    if (i + 2 < inside.size() && inside[i + 1] == '-') {
      i += 2;
      if (inside[i] == '\\' && i + 1 < inside.size()) ++i;
      high = inside[i];
    }
    if (unit(low) <= unit(c) && unit(c) <= unit(high)) found = true;
  }
  return found != negated;
}

// Whether the one thing at pattern[p] (not a star) matches `c`; moves p past it if so.
bool step(std::string_view pattern, std::size_t& p, char c) {
  switch (pattern[p]) {
    case '?':
      ++p;
      return true;
    case '[': {
      const std::size_t end = bracket_end(pattern, p);
      if (!bracket_matches(pattern.substr(p + 1, end - p - 2), c)) return false;
      p = end;
      return true;
    }
    case '\\':
      if (p + 1 < pattern.size()) {
        if (pattern[p + 1] != c) return false;
        p += 2;
        return true;
      }
      [[fallthrough]];
    default:
      if (pattern[p] != c) return false;
      ++p;
      return true;
  }
}

// One part of a path against one part of a pattern. Only the last star is ever tried again.
bool part_matches(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;
  std::size_t retry = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      retry = t;
    } else if (p < pattern.size() && step(pattern, p, text[t])) {
      ++t;
    } else if (star != std::string_view::npos) {
      p = star;
      t = ++retry;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool parts_match(const std::vector<std::string>& pattern,
                 const std::vector<std::string_view>& path) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t any = std::string_view::npos;  // just past the last `**`
  std::size_t retry = 0;
  while (t < path.size()) {
    if (p < pattern.size() && pattern[p] == "**") {
      any = ++p;
      retry = t;
      // At the end it wants at least one part: "a/**" is what lies in a, not a itself.
      if (p == pattern.size()) return true;
    } else if (p < pattern.size() && part_matches(pattern[p], path[t])) {
      ++p;
      ++t;
    } else if (any != std::string_view::npos) {
      p = any;
      t = ++retry;
    } else {
      return false;
    }
  }
  return p == pattern.size();
}

// Without the spaces at the end that no backslash protects.
std::string_view without_trailing_spaces(std::string_view line) {
  while (!line.empty() && is_ascii_blank(line.back())) {
    std::size_t slashes = 0;
    while (slashes + 1 < line.size() && line[line.size() - 2 - slashes] == '\\') ++slashes;
    if (slashes % 2 == 1) break;
    line.remove_suffix(1);
  }
  return line;
}

}  // namespace

bool IgnoreRules::add(std::string_view line, std::string_view base) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  line = without_trailing_spaces(line);
  if (line.empty() || line[0] == '#') return true;
  if (line.size() > kLongestPattern) return false;

  Rule rule;
  if (!base.empty()) rule.base = std::string(base) + "/";
  if (line[0] == '!') {
    rule.negated = true;
    line.remove_prefix(1);
  }
  if (line.ends_with('/')) {
    rule.folders_only = true;
    line.remove_suffix(1);
  }
  const bool anchored = line.find('/') != std::string_view::npos;
  if (line.starts_with('/')) line.remove_prefix(1);
  if (line.empty()) return false;
  if (!anchored) rule.parts.emplace_back("**");
  for (const std::string_view part : split(line, '/')) {
    for (std::size_t i = 0; i < part.size(); ++i) {
      if (part[i] == '\\') {
        ++i;
      } else if (part[i] == '[') {
        const std::size_t end = bracket_end(part, i);
        if (end == std::string_view::npos) return false;
        i = end - 1;
      }
    }
    rule.parts.emplace_back(part);
  }
  rules_.push_back(std::move(rule));
  return true;
}

bool IgnoreRules::ignored(std::string_view path, bool is_folder) const {
  std::vector<std::string_view> parts;
  std::size_t split_from = std::string_view::npos;
  for (std::size_t i = rules_.size(); i-- > 0;) {
    const Rule& rule = rules_[i];
    if (rule.folders_only && !is_folder) continue;
    if (!path.starts_with(rule.base)) continue;
    if (split_from != rule.base.size()) {
      split_from = rule.base.size();
      parts = split(path.substr(split_from), '/');
    }
    if (parts_match(rule.parts, parts)) return !rule.negated;
  }
  return false;
}

}  // namespace milepost
