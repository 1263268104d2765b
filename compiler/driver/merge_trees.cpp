// Merges folders file by file.
#include "driver/merge_trees.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "files/line_merge.h"
#include "text/sha256.h"

namespace milepost {
namespace {

constexpr size_t kMostFiles = 200'000;
constexpr size_t kDeepest = 64;

/// Files of a tree: names of their contents by path.
using Files = std::map<std::string, std::string>;

Files files_of(const SourceTree& tree) {
  Files files;
  std::vector<std::pair<std::string, size_t>> folders = {{std::string(), 0}};
  for (size_t next = 0; next < folders.size() && next < kMostFiles; ++next) {
    const auto [folder, depth] = folders[next];
    for (TreeEntry& entry : tree.list(folder).entries) {
      if (entry.name.starts_with('.') || entry.name == "node_modules") continue;
      std::string path = folder.empty() ? entry.name : folder + "/" + entry.name;
      if (entry.kind == EntryKind::directory && depth < kDeepest) {
        folders.emplace_back(std::move(path), depth + 1);
      } else if (entry.kind == EntryKind::file && files.size() < kMostFiles) {
        files.emplace(std::move(path), std::move(entry.content));
      }
    }
  }
  return files;
}

class Merger {
 public:
  Merger(const SourceTree& ours, const SourceTree& base, const SourceTree& theirs, uint64_t limit,
         MergedTree& merged)
      : ours_(ours), base_(base), theirs_(theirs), limit_(limit), merged_(merged) {}

  void merge() {
    base_files_ = files_of(base_);
    their_files_ = files_of(theirs_);
    // By content, the first path last.
    for (auto file = their_files_.rbegin(); file != their_files_.rend(); ++file) {
      if (!base_files_.contains(file->first)) their_new_[file->second].push_back(file->first);
    }
    for (const auto& [path, content] : base_files_) {
      const auto there = their_files_.find(path);
      if (there == their_files_.end()) {
        deleted_there(path, content);
      } else if (there->second != content) {
        changed_there(path);
      }
    }
    for (const auto& [path, content] : their_files_) {
      if (!base_files_.contains(path) && !taken_.contains(path)) added_there(path);
    }
    std::ranges::sort(merged_.conflicts, [](const MergeConflict& a, const MergeConflict& b) {
      return std::tie(a.path, a.offset) < std::tie(b.path, b.offset);
    });
  }

 private:
  std::optional<std::string> ours(const std::string& path) const {
    FileBytes file = ours_.read(path, limit_);
    if (file.error != TreeError::none) return std::nullopt;
    return std::move(file.bytes);
  }
  std::string base(const std::string& path) const { return base_.read(path, limit_).bytes; }
  std::string theirs(const std::string& path) const { return theirs_.read(path, limit_).bytes; }
  bool is_here(const std::string& path) const {
    return ours_.read(path, limit_).error != TreeError::not_found;
  }

  void conflict(const std::string& path, MergeConflictKind kind, uint32_t offset = 0) {
    merged_.conflicts.push_back({path, kind, offset});
  }

  void deleted_there(const std::string& path, const std::string& content) {
    const std::string* moved_to = nullptr;
    if (const auto there = their_new_.find(content); there != their_new_.end()) {
      std::vector<std::string>& paths = there->second;
      if (!paths.empty() && !taken_.contains(paths.back())) moved_to = &paths.back();
    }
    const auto own = ours(path);
    if (moved_to != nullptr) {
      if (!own || is_here(*moved_to)) return;  // we deleted it, or have that file: added_there()
      merged_.tree.remove(path);
      merged_.tree.put(*moved_to, *own);
      taken_.insert(*moved_to);
      their_new_.find(content)->second.pop_back();
      return;
    }
    if (!own) return;
    if (*own == base(path)) {
      merged_.tree.remove(path);
    } else {
      conflict(path, MergeConflictKind::changed_here);
    }
  }

  void changed_there(const std::string& path) {
    const auto own = ours(path);
    if (own) {
      both(path, path, *own);
      return;
    }
    if (is_here(path)) {
      conflict(path, MergeConflictKind::bytes);
      return;
    }
    const std::string before = base(path);
    if (const auto renamed = renamed_here(before)) {
      both(path, *renamed, before);
    } else {
      conflict(path, MergeConflictKind::deleted_here);
      merged_.tree.put(path, theirs(path));
    }
  }

  // The file here that has the bytes that one had which is gone.
  std::optional<std::string> renamed_here(const std::string& before) {
    if (before.empty()) return std::nullopt;
    if (!our_new_) {
      our_new_.emplace();
      for (const auto& [path, content] : files_of(ours_)) {
        if (base_files_.contains(path) || their_files_.contains(path)) continue;
        if (const auto bytes = ours(path)) our_new_->emplace(sha256_hex(*bytes), path);
      }
    }
    const auto found = our_new_->find(sha256_hex(before));
    if (found != our_new_->end()) return found->second;
    return std::nullopt;
  }

  // `path` is its name there, `here` its name here.
  void both(const std::string& path, const std::string& here, const std::string& own) {
    const std::string before = base(path), other = theirs(path);
    if (own == other) return;
    if (own == before) {
      merged_.tree.put(here, other);
      return;
    }
    const LineMerge merge = merge_lines(own, before, other);
    if (!merge.possible) {
      conflict(here, MergeConflictKind::bytes);
      return;
    }
    for (const uint32_t offset : merge.conflicts) {
      conflict(here, MergeConflictKind::lines, offset);
    }
    merged_.tree.put(here, merge.text);
  }

  void added_there(const std::string& path) {
    const auto own = ours(path);
    if (own) {
      if (*own != theirs(path)) conflict(path, MergeConflictKind::both_added);
    } else if (is_here(path)) {
      conflict(path, MergeConflictKind::both_added);
    } else {
      merged_.tree.put(path, theirs(path));
    }
  }

  const SourceTree& ours_;
  const SourceTree& base_;
  const SourceTree& theirs_;
  uint64_t limit_;
  MergedTree& merged_;
  Files base_files_, their_files_;
  std::map<std::string, std::vector<std::string>> their_new_;  // by content: paths
  std::optional<Files> our_new_;                               // by hash of its bytes: a path
  std::set<std::string> taken_;  // theirs, that a file here was moved to
};

}  // namespace

void merge_trees(const SourceTree& ours, const SourceTree& base, const SourceTree& theirs,
                 uint64_t limit, MergedTree& merged) {
  Merger(ours, base, theirs, limit, merged).merge();
}

}  // namespace milepost
