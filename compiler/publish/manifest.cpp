// The manifest's text form.
#include "publish/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "text/ascii.h"

namespace milepost {
namespace {

constexpr std::string_view kFirstLine = "milepost-manifest 1";

}  // namespace

bool is_site_path(std::string_view path) {
  if (path.empty() || path.size() > 1024) return false;
  for (const std::string_view part : split(path, '/')) {
    if (part.empty() || part == "." || part == "..") return false;
  }
  return std::none_of(path.begin(), path.end(),
                      [](char c) { return c == '\\' || is_ascii_control(c); });
}

std::string print_manifest(const Manifest& manifest) {
  std::string out = fmt::format("{}\n", kFirstLine);
  for (const auto& [path, entry] : manifest) {
    out += fmt::format("{} {} {}\n", entry.sha256, entry.size, path);
  }
  return out;
}

std::optional<Manifest> read_manifest(std::string_view text) {
  Manifest manifest;
  bool first = true;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (first) {
      if (line != kFirstLine) return std::nullopt;
      first = false;
      continue;
    }
    const size_t a = line.find(' ');
    const size_t b = a == std::string_view::npos ? a : line.find(' ', a + 1);
    if (a != 64 || b == std::string_view::npos) return std::nullopt;
    ManifestEntry entry;
    entry.sha256 = std::string(line.substr(0, a));
    const std::string_view number = line.substr(a + 1, b - a - 1);
    const auto read = std::from_chars(number.data(), number.data() + number.size(), entry.size);
    const std::string_view path = line.substr(b + 1);
    if (read.ec != std::errc() || read.ptr != number.data() + number.size() ||
        !is_site_path(path)) {
      return std::nullopt;
    }
    manifest.emplace(path, std::move(entry));
  }
  if (first) return std::nullopt;
  return manifest;
}

}  // namespace milepost
