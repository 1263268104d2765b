// Opens bundles as versions.
#include "driver/snapshot_version.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "compose/names.h"
#include "driver/snapshot_bundle.h"
#include "markup/html.h"
#include "shape/coverage.h"
#include "text/ascii.h"

namespace milepost {
namespace {

constexpr std::string_view kEnd = ".zip";
constexpr auto kDeepest = 16;

std::string stem_of(std::string_view path) {
  const size_t slash = path.rfind('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  if (iends_with(path, kEnd)) path.remove_suffix(kEnd.size());
  return std::string(path);
}

}  // namespace

OpenedVersion open_snapshot(const SourceTree* tree, const std::string& path) {
  OpenedVersion opened;
  const auto refuse = [&](std::string_view why) {
    opened.problem = fmt::format("`{}` is no snapshot to read: {}", visible_text(path), why);
  };
  std::string problem;
  std::optional<std::string> bytes = read_snapshot_file(tree, path, problem);
  if (!bytes) {
    refuse(problem);
    return opened;
  }
  SnapshotBundle bundle = read_snapshot(std::move(*bytes), false);
  if (!bundle.problems.empty()) {
    refuse(visible_text(bundle.problems.front().message));
    return opened;
  }
  if (!bundle.records) {
    refuse(fmt::format("it is made for `{}` and holds no records; make one without `--audience`",
                       bundle.manifest->audience));
    return opened;
  }
  VersionSource version;
  version.kind = VersionKind::snapshot;
  version.title = bundle.manifest->label.empty() ? stem_of(path) : bundle.manifest->label;
  version.label = safe_part(version.title);
  version.date = bundle.manifest->as_of;
  version.revision = bundle.manifest->revision;
  version.tree = std::move(bundle.records);
  opened.version = std::move(version);
  return opened;
}

std::vector<std::string> snapshots_below(const SourceTree& tree, std::string_view pattern) {
  std::vector<std::string> found;
  std::vector<std::string> folders{""};
  while (!folders.empty()) {
    const std::string folder = std::move(folders.back());
    folders.pop_back();
    for (const TreeEntry& entry : tree.list(folder).entries) {
      if (entry.name.starts_with('.') || entry.name == "node_modules") continue;
      std::string path = folder.empty() ? entry.name : folder + "/" + entry.name;
      if (entry.kind == EntryKind::directory && std::ranges::count(path, '/') < kDeepest) {
        folders.push_back(std::move(path));
      } else if (entry.kind == EntryKind::file && iends_with(path, kEnd) &&
                 matches_glob(pattern, path)) {
        found.push_back(std::move(path));
      }
    }
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace milepost
