// Trees and blobs of a repository, remembered by their names.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "files/git_objects.h"
#include "files/recent_values.h"
#include "files/source_tree.h"

namespace milepost {

struct GitTreeEntry {
  std::string name;  // never empty, `.`, `..`, `.git`, nor with `/`
  EntryKind kind = EntryKind::file;
  std::string id;
};

struct GitFolder {
  GitObjectState state = GitObjectState::missing;
  std::vector<GitTreeEntry> entries;  // sorted by name (bytewise), each name once
};

EntryKind git_entry_kind(std::string_view mode);  // "100644"
/// False: git refuses to check it out.
bool is_git_entry_name(std::string_view name);
std::string git_hex(std::string_view bytes);

/// The entries of a tree object as it is stored; what no checkout would make is left out. `hash` is
/// the size of a name in it, in bytes.
std::vector<GitTreeEntry> parse_git_tree(std::string_view bytes, size_t hash);

/// For threads at once.
class GitStore {
 public:
  explicit GitStore(const std::string& folder) : objects_(folder) {}

  std::vector<GitObject> headers(const std::vector<std::string>& names) const;
  GitObject read(const std::string& id, uint64_t limit) const;
  GitObject read_beginning(const std::string& id, uint64_t limit) const;
  std::shared_ptr<const GitFolder> folder(const std::string& id) const;
  /// The bytes of a tree; empty if `id` is, and if it is not there, which counts as lacked.
  std::shared_ptr<const std::string> raw_tree(const std::string& id) const;
  /// Of blobs, in their order; 0 for what is missing.
  std::vector<uint64_t> sizes(const std::vector<std::string>& ids) const;
  FileBytes blob(const std::string& id, uint64_t limit) const;
  /// How often something was asked for that is not there or cannot be read.
  size_t lacked() const;

 private:
  mutable std::mutex mutex_;
  mutable GitObjects objects_;
  mutable RecentValues<std::shared_ptr<const GitFolder>> folders_{16u << 20};
  mutable RecentValues<std::shared_ptr<const std::string>> trees_{8u << 20};
  mutable RecentValues<std::shared_ptr<const std::string>> blobs_{32u << 20};
  mutable std::unordered_map<std::string, uint64_t> sizes_;
  mutable size_t lacked_ = 0;
};

/// The tree object `root` as a tree of files. Borrows the store through `owner`, which it keeps.
class GitTree : public SourceTree {
 public:
  GitTree(std::shared_ptr<const void> owner, const GitStore& store, std::string root)
      : owner_(std::move(owner)), store_(store), root_(std::move(root)) {}

  Listing list(std::string_view folder) const override;
  FileBytes read(std::string_view path, uint64_t limit) const override;

 private:
  std::shared_ptr<const void> owner_;
  const GitStore& store_;
  std::string root_;
};

/// The entry of `path` beneath the tree `root`; a default one with an empty id if there is none.
GitTreeEntry find_in_git_tree(const GitStore& store, const std::string& root,
                              std::string_view path);

}  // namespace milepost
