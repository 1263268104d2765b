// Puts a file over a tree.
#include "driver/overlay_tree.h"

#include <algorithm>
#include <utility>

namespace milepost {

Listing OverlayTree::list(std::string_view folder) const {
  Listing listing = base_.list(folder);
  const std::string prefix = folder.empty() ? std::string() : std::string(folder) + "/";
  if (!path_.starts_with(prefix)) return listing;
  const std::string rest = path_.substr(prefix.size());
  const std::size_t slash = rest.find('/');
  TreeEntry entry;
  entry.name = rest.substr(0, slash);
  entry.kind = slash == std::string::npos ? EntryKind::file : EntryKind::directory;
  entry.size = slash == std::string::npos ? bytes_.size() : 0;
  if (listing.error == TreeError::not_found) listing = Listing{};
  const auto at =
      std::lower_bound(listing.entries.begin(), listing.entries.end(), entry,
                       [](const TreeEntry& a, const TreeEntry& b) { return a.name < b.name; });
  if (at != listing.entries.end() && at->name == entry.name) {
    if (entry.kind == EntryKind::file) *at = std::move(entry);
  } else {
    listing.entries.insert(at, std::move(entry));
  }
  return listing;
}

FileBytes OverlayTree::read(std::string_view path, uint64_t limit) const {
  if (path != path_) return base_.read(path, limit);
  FileBytes file;
  if (bytes_.size() > limit) {
    file.error = TreeError::too_large;
  } else {
    file.bytes = bytes_;
  }
  return file;
}

}  // namespace milepost
