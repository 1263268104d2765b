// manifest.json of a snapshot bundle: what is in it, and what it was made of.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/date.h"

namespace milepost {

struct SnapshotFile {
  uint64_t size = 0;
  std::string sha256;  // 64 hex digits
};

struct SnapshotManifest {
  std::string tool;  // version of Milepost
  std::string id, title;
  Date as_of;
  std::string revision;  // of git, in full; empty: not known, or the folder had changes
  // What it was made with.
  std::string audience;  // empty: the plain build, and the records are there
  std::string label, base_url;
  std::vector<std::string> limits;  // as `--limit` takes them
  /// Everything in the bundle but the manifest, by name.
  std::map<std::string, SnapshotFile> files;
  /// Files of the program that no page refers to: they are named with their sizes, so that the same
  /// is said of them, and are not in the bundle.
  std::map<std::string, uint64_t> others;
};

inline constexpr std::string_view kSnapshotManifest = "manifest.json";
inline constexpr std::string_view kSnapshotModel = "program.json";
inline constexpr std::string_view kSnapshotText = "README.txt";
inline constexpr std::string_view kSnapshotRecords = "program/";
inline constexpr std::string_view kSnapshotSite = "site/";

/// The one form that a manifest has.
std::string print_snapshot_manifest(const SnapshotManifest& manifest);

/// Nothing unless the text is exactly what print_snapshot_manifest() gives of something; why not is
/// in `problem`. Of another version's form `tool` alone may be known.
std::optional<SnapshotManifest> read_snapshot_manifest(std::string_view text, std::string& problem);

/// What README.txt of the bundle says.
std::string snapshot_text(const SnapshotManifest& manifest);

}  // namespace milepost
