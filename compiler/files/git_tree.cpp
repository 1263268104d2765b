// Reads trees of git as folders.
#include "files/git_tree.h"

#include <algorithm>
#include <utility>

#include "text/ascii.h"

namespace milepost {
namespace {

constexpr uint64_t kTreeBytes = 32u << 20;
constexpr const char* kMissing =
    "it is not in this clone of the repository (a shallow or partial clone)";
constexpr const char* kBroken = "git cannot read it from the repository";

TreeError error_of(GitObjectState state) {
  return state == GitObjectState::too_large ? TreeError::too_large : TreeError::failed;
}

const char* detail_of(GitObjectState state) {
  switch (state) {
    case GitObjectState::missing:
      return kMissing;
    case GitObjectState::too_large:
      return "file too large";
    case GitObjectState::found:
    case GitObjectState::broken:
      break;
  }
  return kBroken;
}

}  // namespace

std::string git_hex(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

EntryKind git_entry_kind(std::string_view mode) {
  if (mode == "40000" || mode == "040000") return EntryKind::directory;
  // A submodule: without more ado a checkout makes an empty folder of it.
  if (mode == "160000") return EntryKind::directory;
  if (mode == "120000") return EntryKind::symlink;
  return mode.starts_with("100") ? EntryKind::file : EntryKind::special;
}

bool is_git_entry_name(std::string_view name) {
  return !name.empty() && name != "." && name != ".." && !iequals(name, ".git") &&
         name.find('/') == std::string_view::npos;
}

std::vector<GitTreeEntry> parse_git_tree(std::string_view bytes, size_t hash) {
  std::vector<GitTreeEntry> entries;
  while (!bytes.empty()) {
    const size_t space = bytes.find(' ');
    const size_t end = space == std::string_view::npos ? space : bytes.find('\0', space);
    if (end == std::string_view::npos || bytes.size() - end - 1 < hash) break;
    const std::string_view mode = bytes.substr(0, space);
    const std::string_view name = bytes.substr(space + 1, end - space - 1);
    if (is_git_entry_name(name)) {
      // What is no object of this repository has no name to read it by.
      std::string id = mode == "160000" ? std::string() : git_hex(bytes.substr(end + 1, hash));
      entries.push_back({std::string(name), git_entry_kind(mode), std::move(id)});
    }
    bytes.remove_prefix(end + 1 + hash);
  }
  // Git sorts a folder as if its name ended in `/`.
  std::ranges::stable_sort(entries, {}, &GitTreeEntry::name);
  const auto same = [](const GitTreeEntry& a, const GitTreeEntry& b) { return a.name == b.name; };
  entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
  return entries;
}

std::vector<GitObject> GitStore::headers(const std::vector<std::string>& names) const {
  const std::lock_guard lock(mutex_);
  return objects_.headers(names);
}

GitObject GitStore::read(const std::string& id, uint64_t limit) const {
  const std::lock_guard lock(mutex_);
  return objects_.read(id, limit);
}

GitObject GitStore::read_beginning(const std::string& id, uint64_t limit) const {
  const std::lock_guard lock(mutex_);
  return objects_.read_beginning(id, limit);
}

std::shared_ptr<const GitFolder> GitStore::folder(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  if (auto known = folders_.find(id)) return known;
  const GitObject object = objects_.read(id, kTreeBytes);
  auto folder = std::make_shared<GitFolder>();
  folder->state = object.state;
  if (object.state == GitObjectState::found) {
    if (object.type == "tree") {
      folder->entries = parse_git_tree(object.bytes, object.id.size() / 2);
    } else {
      folder->state = GitObjectState::broken;
    }
  }
  // Not kept: it is counted each time that somebody asks for it.
  if (folder->state != GitObjectState::found) {
    ++lacked_;
    return folder;
  }
  const size_t weight = 200 + folder->entries.size() * (sizeof(GitTreeEntry) + 80);
  folders_.put(id, folder, weight);
  return folder;
}

std::shared_ptr<const std::string> GitStore::raw_tree(const std::string& id) const {
  static const auto none = std::make_shared<const std::string>();
  if (id.empty()) return none;
  const std::lock_guard lock(mutex_);
  if (auto known = trees_.find(id)) return known;
  GitObject object = objects_.read(id, kTreeBytes);
  if (object.state != GitObjectState::found || object.type != "tree") {
    ++lacked_;
    return none;
  }
  auto bytes = std::make_shared<const std::string>(std::move(object.bytes));
  trees_.put(id, bytes, bytes->size() + 200);
  return bytes;
}

std::vector<uint64_t> GitStore::sizes(const std::vector<std::string>& ids) const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> unknown;
  for (const std::string& id : ids) {
    if (!sizes_.contains(id)) unknown.push_back(id);
  }
  const std::vector<GitObject> found = objects_.headers(unknown);
  for (size_t i = 0; i < unknown.size(); ++i) {
    if (found[i].state == GitObjectState::found) {
      sizes_[unknown[i]] = found[i].size;
    } else {
      ++lacked_;
    }
  }
  std::vector<uint64_t> sizes;
  sizes.reserve(ids.size());
  for (const std::string& id : ids) {
    const auto size = sizes_.find(id);
    sizes.push_back(size == sizes_.end() ? 0 : size->second);
  }
  return sizes;
}

FileBytes GitStore::blob(const std::string& id, uint64_t limit) const {
  const std::lock_guard lock(mutex_);
  if (const auto known = blobs_.find(id)) {
    if (known->size() > limit) return {TreeError::too_large, "file too large", {}};
    return {TreeError::none, {}, *known};
  }
  GitObject object = objects_.read(id, limit);
  if (object.state == GitObjectState::found && object.type != "blob") {
    object.state = GitObjectState::broken;
  }
  if (object.state != GitObjectState::found) {
    if (object.state != GitObjectState::too_large) ++lacked_;
    return {error_of(object.state), detail_of(object.state), {}};
  }
  const size_t weight = object.bytes.size() + 200;
  blobs_.put(id, std::make_shared<const std::string>(object.bytes), weight);
  return {TreeError::none, {}, std::move(object.bytes)};
}

size_t GitStore::lacked() const {
  const std::lock_guard lock(mutex_);
  return lacked_;
}

GitTreeEntry find_in_git_tree(const GitStore& store, const std::string& root,
                              std::string_view path) {
  GitTreeEntry at{"", EntryKind::directory, root};
  while (!path.empty()) {
    const size_t slash = std::min(path.find('/'), path.size());
    const std::string_view part = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    if (at.kind != EntryKind::directory || at.id.empty()) return {};
    const auto folder = store.folder(at.id);
    const auto found = std::ranges::lower_bound(folder->entries, part, {}, &GitTreeEntry::name);
    if (found == folder->entries.end() || found->name != part) return {};
    at = *found;
  }
  return at;
}

Listing GitTree::list(std::string_view folder) const {
  Listing listing;
  const GitTreeEntry at = find_in_git_tree(store_, root_, folder);
  if (at.kind != EntryKind::directory) {
    const bool there = !at.id.empty();
    listing.error = there ? TreeError::not_regular : TreeError::not_found;
    listing.detail = there ? "not a folder" : "no such folder";
    return listing;
  }
  if (at.id.empty()) return listing;  // a submodule
  const auto found = store_.folder(at.id);
  if (found->state != GitObjectState::found) {
    listing.error = error_of(found->state);
    listing.detail = detail_of(found->state);
    return listing;
  }
  std::vector<std::string> blobs;
  for (const GitTreeEntry& entry : found->entries) {
    if (entry.kind == EntryKind::file) blobs.push_back(entry.id);
  }
  const std::vector<uint64_t> sizes = store_.sizes(blobs);
  size_t blob = 0;
  listing.entries.reserve(found->entries.size());
  for (const GitTreeEntry& entry : found->entries) {
    const bool file = entry.kind == EntryKind::file;
    listing.entries.push_back(
        {entry.name, entry.kind, file ? sizes[blob++] : 0, file ? entry.id : std::string()});
  }
  return listing;
}

FileBytes GitTree::read(std::string_view path, uint64_t limit) const {
  const GitTreeEntry at = find_in_git_tree(store_, root_, path);
  if (at.kind == EntryKind::file && at.id.empty()) {
    return {TreeError::not_found, "no such file", {}};
  }
  if (at.kind != EntryKind::file) return {TreeError::not_regular, "not a regular file", {}};
  return store_.blob(at.id, limit);
}

}  // namespace milepost
