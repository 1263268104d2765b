// Walks two trees at once.
#include "files/git_tree_changes.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace milepost {
namespace {

/// The entries of a stored tree, one after the other.
class RawTree {
 public:
  RawTree(std::string_view bytes, size_t hash) : rest_(bytes), hash_(hash) { read(); }

  bool ended() const { return entry_.empty(); }
  void next() {
    rest_.remove_prefix(entry_.size());
    read();
  }
  /// Steps over what both begin with, byte for byte.
  static void skip_same(RawTree& a, RawTree& b) {
    while (!a.ended() && b.rest_.starts_with(a.entry_)) {
      b.rest_.remove_prefix(a.entry_.size());
      a.next();
    }
    b.read();
  }

  std::string_view name() const { return name_; }
  std::string_view id() const { return entry_.substr(entry_.size() - hash_); }
  bool is_file() const { return git_entry_kind(mode_) == EntryKind::file; }
  bool is_tree() const { return mode_ == "40000" || mode_ == "040000"; }

 private:
  void read() {
    entry_ = {};
    const size_t space = rest_.find(' ');
    const size_t end = space == std::string_view::npos ? space : rest_.find('\0', space);
    // What is cut off there is the end.
    if (end == std::string_view::npos || rest_.size() - end - 1 < hash_) return;
    mode_ = rest_.substr(0, space);
    name_ = rest_.substr(space + 1, end - space - 1);
    entry_ = rest_.substr(0, end + 1 + hash_);
  }

  std::string_view rest_, entry_, mode_, name_;
  size_t hash_;
};

/// As git sorts: a folder as if its name ended in `/`. Negative: a comes first.
int order(const RawTree& a, const RawTree& b) {
  const size_t both = std::min(a.name().size(), b.name().size());
  if (const int by_bytes = a.name().compare(0, both, b.name(), 0, both); by_bytes != 0) {
    return by_bytes;
  }
  const auto next = [both](const RawTree& tree) {
    if (tree.name().size() > both) return int{static_cast<unsigned char>(tree.name()[both])};
    return tree.is_tree() ? int{'/'} : 0;
  };
  return next(a) - next(b);
}

/// Of folders, by names of objects; empty: there is none.
struct FolderPair {
  std::string path, before, after;
};

class TreeChanges {
 public:
  explicit TreeChanges(const GitStore& store) : store_(store) {}

  std::vector<GitChange> find(FolderPair folders) {
    todo_.push_back(std::move(folders));
    while (!todo_.empty()) {
      const FolderPair pair = std::move(todo_.back());
      todo_.pop_back();
      if (pair.before != pair.after) compare(pair);
    }
    std::ranges::sort(changes_, {}, &GitChange::path);
    // A tree that git would not make may have a name twice.
    const auto twice = std::ranges::unique(changes_, {}, &GitChange::path);
    changes_.erase(twice.begin(), twice.end());
    return std::move(changes_);
  }

 private:
  void compare(const FolderPair& pair) {
    const auto was = store_.raw_tree(pair.before);
    const auto now = store_.raw_tree(pair.after);
    const size_t hash = std::max(pair.before.size(), pair.after.size()) / 2;
    RawTree old_tree(*was, hash);
    RawTree new_tree(*now, hash);
    for (;;) {
      RawTree::skip_same(old_tree, new_tree);
      if (old_tree.ended() && new_tree.ended()) return;
      const int first = old_tree.ended() ? 1 : new_tree.ended() ? -1 : order(old_tree, new_tree);
      differ(pair.path, first <= 0 ? &old_tree : nullptr, first >= 0 ? &new_tree : nullptr);
      if (first <= 0) old_tree.next();
      if (first >= 0) new_tree.next();
    }
  }

  void differ(const std::string& folder, const RawTree* was, const RawTree* now) {
    const std::string_view name = now != nullptr ? now->name() : was->name();
    if (!is_git_entry_name(name)) return;
    const auto id_if = [](const RawTree* tree, bool (RawTree::*is)() const) {
      return tree != nullptr && (tree->*is)() ? tree->id() : std::string_view();
    };
    const std::string_view file = id_if(now, &RawTree::is_file);
    if (file != id_if(was, &RawTree::is_file)) {
      changes_.push_back({folder + std::string(name), git_hex(file)});
    }
    const std::string_view before = id_if(was, &RawTree::is_tree);
    const std::string_view after = id_if(now, &RawTree::is_tree);
    if (before == after) return;
    todo_.push_back({folder + std::string(name) + "/", git_hex(before), git_hex(after)});
  }

  const GitStore& store_;
  std::vector<FolderPair> todo_;
  std::vector<GitChange> changes_;
};

/// The name of the tree of a folder beneath the tree `root`; empty: there is none.
std::string folder_of(const GitStore& store, std::string root, std::string_view folder) {
  while (!folder.empty() && !root.empty()) {
    const std::string_view part = folder.substr(0, folder.find('/'));
    folder.remove_prefix(std::min(part.size() + 1, folder.size()));
    const auto bytes = store.raw_tree(root);
    RawTree tree(*bytes, root.size() / 2);
    while (!tree.ended() && tree.name() != part) tree.next();
    root = tree.ended() || !tree.is_tree() ? std::string() : git_hex(tree.id());
  }
  return root;
}

}  // namespace

std::vector<GitChange> git_tree_changes(const GitStore& store, const std::string& before,
                                        const std::string& after, std::string_view folder) {
  if (before == after) return {};
  return TreeChanges(store).find(
      {"", folder_of(store, before, folder), folder_of(store, after, folder)});
}

}  // namespace milepost
