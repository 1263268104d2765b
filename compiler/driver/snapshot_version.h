// Snapshot bundles as versions of a program.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "driver/version_source.h"
#include "files/source_tree.h"

namespace milepost {

/// The records of a bundle with the date that it stores; `tree` as read_snapshot_file() takes it.
/// Its files are compared with the manifest, the site in it is not looked at.
OpenedVersion open_snapshot(const SourceTree* tree, const std::string& path);

/// Zips below the root of `tree` whose path fits `pattern`, sorted; nothing hidden, at most 16
/// folders deep.
std::vector<std::string> snapshots_below(const SourceTree& tree, std::string_view pattern);

}  // namespace milepost
