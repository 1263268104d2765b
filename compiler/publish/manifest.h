// The list of what a build wrote: what a later build may replace or delete, and no more.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace milepost {

/// Its name in every output folder.
inline constexpr std::string_view kManifestName = ".milepost-manifest";

struct ManifestEntry {
  uint64_t size = 0;
  std::string sha256;  // 64 hex digits
};

/// By path relative to the output folder, `/` between parts; the manifest does not list itself.
using Manifest = std::map<std::string, ManifestEntry>;

/// A version line, then `sha256 size path` a line, sorted by path. Paths hold no line breaks.
std::string print_manifest(const Manifest& manifest);

/// Nothing if the text is no manifest, or names a path that leaves its folder (is_site_path).
std::optional<Manifest> read_manifest(std::string_view text);

/// True for a relative path of plain parts: no empty part, `.`, `..`, backslash, control character
/// or leading `/`.
bool is_site_path(std::string_view path);

}  // namespace milepost
