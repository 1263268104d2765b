// Makes names for output files out of ids and source paths.
#include "compose/names.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"
#include "text/words.h"

namespace milepost {
namespace {

constexpr size_t kLongestPart = 80;

// What Windows opens as a device, whatever the extension.
bool is_device(std::string_view part) {
  const std::string_view stem = part.substr(0, part.find('.'));
  constexpr std::array<std::string_view, 6> names = {"con", "prn",    "aux",
                                                     "nul", "conin$", "conout$"};
  if (std::ranges::any_of(names, [&](std::string_view name) { return iequals(stem, name); })) {
    return true;
  }
  return stem.size() == 4 && is_ascii_digit(stem[3]) &&
         (iequals(stem.substr(0, 3), "com") || iequals(stem.substr(0, 3), "lpt"));
}

bool is_plain(std::string_view part) {
  if (part.empty() || part.size() > kLongestPart || !is_ascii_alnum(part.front()) ||
      part.back() == '.') {
    return false;
  }
  return std::ranges::all_of(
      part, [](char c) { return is_ascii_alnum(c) || c == '.' || c == '_' || c == '-'; });
}

}  // namespace

std::string safe_part(std::string_view part) {
  std::string name(part);
  if (!is_plain(part)) {
    const size_t dot = part.rfind('.');
    const std::string_view extension =
        dot == std::string_view::npos || dot == 0 ? std::string_view() : part.substr(dot + 1);
    const bool keep = !extension.empty() && extension.size() <= 8 &&
                      std::ranges::all_of(extension, [](char c) { return is_ascii_alnum(c); });
    name = slug(keep ? part.substr(0, dot) : part, kLongestPart - 10);
    if (keep) name.append(".").append(extension);
  }
  if (is_device(name)) name.insert(0, "x-");
  return name;
}

std::string safe_path(std::string_view path) {
  std::string out;
  for (const std::string_view part : split(path, '/')) {
    if (!out.empty()) out += '/';
    out += safe_part(part);
  }
  return out;
}

std::string OutputNames::take(std::string_view stem, std::string_view extension) {
  std::string name = std::string(stem).append(extension);
  for (unsigned number = 2; !reserve(name); ++number) {
    name = std::string(stem).append("-").append(std::to_string(number)).append(extension);
  }
  return name;
}

bool OutputNames::reserve(std::string_view name) {
  return taken_.insert(ascii_lower(name)).second;
}

}  // namespace milepost
