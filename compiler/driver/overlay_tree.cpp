// Puts files over a tree.
#include "driver/overlay_tree.h"

#include <algorithm>
#include <utility>

namespace milepost {
namespace {

// Sorts `entry` in; a file takes the place of what is there, a folder does not.
void put_in(std::vector<TreeEntry>& entries, TreeEntry entry) {
  const auto at = std::ranges::lower_bound(entries, entry.name, {}, &TreeEntry::name);
  if (at == entries.end() || at->name != entry.name) {
    entries.insert(at, std::move(entry));
  } else if (entry.kind == EntryKind::file) {
    *at = std::move(entry);
  }
}

}  // namespace

Listing OverlayTree::list(std::string_view folder) const {
  Listing listing = base_.list(folder);
  const std::string prefix = folder.empty() ? std::string() : std::string(folder) + "/";
  for (auto at = files_.lower_bound(prefix); at != files_.end(); ++at) {
    if (!at->first.starts_with(prefix)) break;
    const std::string_view rest = std::string_view(at->first).substr(prefix.size());
    const std::size_t slash = rest.find('/');
    const std::string name(rest.substr(0, slash));
    if (!at->second) {
      if (slash == std::string_view::npos) {
        std::erase_if(listing.entries, [&](const TreeEntry& entry) { return entry.name == name; });
      }
      continue;
    }
    if (listing.error == TreeError::not_found) listing = Listing{};
    const bool file = slash == std::string_view::npos;
    put_in(listing.entries,
           {name, file ? EntryKind::file : EntryKind::directory, file ? at->second->size() : 0});
  }
  return listing;
}

FileBytes OverlayTree::read(std::string_view path, uint64_t limit) const {
  const auto at = files_.find(path);
  if (at == files_.end()) return base_.read(path, limit);
  if (!at->second) return {TreeError::not_found, "no such file", {}};
  if (at->second->size() > limit) return {TreeError::too_large, "file too large", {}};
  return {TreeError::none, {}, *at->second};
}

}  // namespace milepost
