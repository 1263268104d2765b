// Reads bundles and compares them with what they say of themselves.
#include "driver/snapshot_bundle.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "files/disk.h"
#include "files/zip_archive.h"
#include "text/sha256.h"

namespace milepost {
namespace {

class BundleReader {
 public:
  BundleReader(const ZipArchive& archive, SnapshotBundle& out) : archive_(archive), out_(out) {
    for (size_t i = 0; i < archive.entries().size(); ++i) {
      places_.emplace(archive.entries()[i].name, i);
    }
  }

  void read(bool whole) {
    if (!read_manifest()) return;
    const SnapshotManifest& manifest = *out_.manifest;
    auto records = std::make_shared<MemoryTree>();
    for (const auto& [path, size] : manifest.others) {
      // It names files; what it could name beside them is no business of a tree.
      records->add_entry(path, EntryKind::file, size);
    }
    bool intact = true;
    for (const auto& [path, file] : manifest.files) {
      const bool is_record = path.starts_with(kSnapshotRecords);
      if (!whole && !is_record) continue;
      std::string bytes;
      if (!read_file(path, file, bytes)) {
        intact = intact && !is_record;
        continue;
      }
      if (is_record) records->add(path.substr(kSnapshotRecords.size()), std::move(bytes));
      if (path == kSnapshotModel) out_.model = std::move(bytes);
      if (path == kSnapshotText) out_.text = std::move(bytes);
    }
    for (const ZipEntry& entry : archive_.entries()) {
      const bool is_record = entry.name.starts_with(kSnapshotRecords);
      if (entry.name == kSnapshotManifest || manifest.files.contains(entry.name)) continue;
      if (!whole && !is_record) continue;
      say(snapshot_code::added,
          fmt::format("`{}` is in the bundle, and the manifest does not list it", entry.name));
      intact = intact && !is_record;
    }
    if (!manifest.audience.empty()) {
      for (const auto& [path, file] : manifest.files) {
        if (!path.starts_with(kSnapshotRecords)) continue;
        say(snapshot_code::added,
            fmt::format("the bundle is for `{}`, and holds the record file `{}`", manifest.audience,
                        path));
      }
    } else if (intact) {
      out_.records = std::move(records);
    }
  }

 private:
  void say(uint16_t code, std::string message) {
    out_.problems.push_back({code, std::move(message)});
  }

  bool read_manifest() {
    const auto place = places_.find(kSnapshotManifest);
    if (place == places_.end()) {
      say(snapshot_code::no_manifest,
          fmt::format("there is no `{}` in it: it is no snapshot", kSnapshotManifest));
      return false;
    }
    std::string bytes, problem;
    if (!archive_.read(place->second, bytes, problem)) {
      say(snapshot_code::unreadable, problem);
      return false;
    }
    out_.manifest = read_snapshot_manifest(bytes, problem);
    if (!out_.manifest) {
      say(snapshot_code::no_manifest, fmt::format("`{}`: {}", kSnapshotManifest, problem));
      return false;
    }
    return true;
  }

  bool read_file(const std::string& path, const SnapshotFile& file, std::string& bytes) {
    const auto place = places_.find(path);
    if (place == places_.end()) {
      say(snapshot_code::missing, fmt::format("`{}` is missing: the manifest lists it", path));
      return false;
    }
    std::string problem;
    if (!archive_.read(place->second, bytes, problem)) {
      say(snapshot_code::unreadable, problem);
      return false;
    }
    if (bytes.size() == file.size && sha256_hex(bytes) == file.sha256) return true;
    say(snapshot_code::changed,
        fmt::format("`{}` is not what the manifest says: its SHA-256 is another", path));
    return false;
  }

  const ZipArchive& archive_;
  SnapshotBundle& out_;
  std::map<std::string_view, size_t, std::less<>> places_;
};

}  // namespace

SnapshotBundle read_snapshot(std::string bytes, bool whole) {
  SnapshotBundle bundle;
  const ZipArchive::Opened opened = ZipArchive::open(std::move(bytes), {});
  for (const std::string& problem : opened.problems) {
    bundle.problems.push_back({snapshot_code::unreadable, problem});
  }
  if (opened.archive) BundleReader(*opened.archive, bundle).read(whole);
  return bundle;
}

std::optional<std::string> read_snapshot_file(const SourceTree* tree, const std::string& path,
                                              std::string& problem) {
  const size_t slash = tree != nullptr ? std::string::npos : path.rfind('/');
  std::optional<DiskTree> folder;
  if (tree == nullptr) {
    folder.emplace(slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash));
    tree = &*folder;
  }
  FileBytes file =
      tree->read(slash == std::string::npos ? path : path.substr(slash + 1), kMostSnapshotBytes);
  switch (file.error) {
    case TreeError::none:
      return std::move(file.bytes);
    case TreeError::not_found:
      problem = "it is not there";
      break;
    case TreeError::not_regular:
      problem = "it is no file";
      break;
    case TreeError::too_large:
      problem = fmt::format("it has more than {} MB", kMostSnapshotBytes >> 20U);
      break;
    default:
      problem = file.detail.empty() ? "it cannot be read" : file.detail;
  }
  return std::nullopt;
}

}  // namespace milepost
