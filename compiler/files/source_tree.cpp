// The tree in memory.
#include "files/source_tree.h"

#include <algorithm>
#include <utility>

namespace milepost {

void MemoryTree::add(std::string path, std::string bytes) {
  Node node;
  node.size = bytes.size();
  node.bytes = std::move(bytes);
  nodes_.insert_or_assign(std::move(path), std::move(node));
}

void MemoryTree::add_entry(std::string path, EntryKind kind, uint64_t size) {
  Node node;
  node.kind = kind;
  node.size = size;
  nodes_.insert_or_assign(std::move(path), std::move(node));
}

void MemoryTree::fail(std::string path, TreeError error) {
  nodes_[std::move(path)].error = error;
}

Listing MemoryTree::list(std::string_view folder) const {
  Listing result;
  if (const auto own = nodes_.find(folder); own != nodes_.end()) {
    if (own->second.error != TreeError::none) {
      result.error = own->second.error;
      result.detail = "the tree was told to fail";
      return result;
    }
  }
  const std::string prefix = folder.empty() ? "" : std::string(folder) + "/";
  bool found = folder.empty();
  for (auto at = nodes_.lower_bound(prefix); at != nodes_.end(); ++at) {
    const std::string_view path = at->first;
    if (!path.starts_with(prefix)) break;
    found = true;
    const std::string_view rest = path.substr(prefix.size());
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos) {
      result.entries.push_back({std::string(rest), at->second.kind, at->second.size});
    } else {
      const std::string_view name = rest.substr(0, slash);
      if (result.entries.empty() || result.entries.back().name != name) {
        result.entries.push_back({std::string(name), EntryKind::directory, 0});
      }
    }
  }
  if (!found) {
    result.error = TreeError::not_found;
    result.detail = "no such folder";
  }
  // "a" and "a/b" are not neighbours where "a.md" stands between them.
  std::ranges::stable_sort(result.entries, {}, &TreeEntry::name);
  const auto same_name = [](const TreeEntry& a, const TreeEntry& b) { return a.name == b.name; };
  result.entries.erase(std::unique(result.entries.begin(), result.entries.end(), same_name),
                       result.entries.end());
  return result;
}

FileBytes MemoryTree::read(std::string_view path, uint64_t limit) const {
  const auto at = nodes_.find(path);
  if (at == nodes_.end()) return {TreeError::not_found, "no such file", {}};
  const Node& node = at->second;
  if (node.error != TreeError::none) return {node.error, "the tree was told to fail", {}};
  if (node.kind != EntryKind::file) return {TreeError::not_regular, "not a regular file", {}};
  if (node.size > limit) return {TreeError::too_large, "file too large", {}};
  return {TreeError::none, {}, node.bytes};
}

}  // namespace milepost
