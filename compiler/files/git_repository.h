// A git repository's objects, only read: `git cat-file --batch` behind commits, trees and blobs.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "files/source_tree.h"

namespace milepost {

/// Names of objects are in hexadecimal, in full.
struct GitCommit {
  std::string id, tree;
  std::vector<std::string> parents;
  int64_t committed = 0;  // seconds since 1970, UTC
  std::string author;     // name; never an address
  std::string subject;  // first paragraph of its message, in one line; of a huge one its beginning
};

struct GitRef {
  std::string name;    // "v1.0"
  std::string commit;  // that it leads to, through tag objects
  std::string object;  // that it names: the commit, or a tag object
};

/// Without author and subject.
struct FirstParents {
  std::vector<GitCommit> commits;  // the latest first
  bool cut = false;                // git had more to say than is read
};

/// A regular file that is not the same in two trees.
struct GitChange {
  std::string path;  // beneath the folder
  std::string id;    // of its bytes in the later tree; empty: it is not there
};

enum class GitProblem : uint8_t { none, no_git, no_repository, failed };

/// Reads objects and refs alone: never the index, the work tree, hooks, filters, or a
/// configuration that could start a process; nothing is fetched. Any number of threads may use it;
/// they take turns. Objects that are missing (a shallow or partial clone) are not found.
class GitRepository {
 public:
  struct Opened {
    std::shared_ptr<const GitRepository> repository;  // null: `problem` says why
    GitProblem problem = GitProblem::none;
    std::string detail;  // what the system or git said; may be empty
  };
  /// The repository that `folder` (absolute) stands in.
  static Opened open(const std::string& folder);
  ~GitRepository();
  GitRepository(const GitRepository&) = delete;
  GitRepository& operator=(const GitRepository&) = delete;

  /// Of `folder` in the repository: empty, or ends in `/`.
  const std::string& prefix() const;
  bool shallow() const;
  /// A clone that leaves files out until they are needed (`--filter`): here they stay out.
  bool partial() const;
  /// How often a file or folder was asked for that the clone lacks, or that is broken. Whoever
  /// needs all of a tree looks whether this grew.
  size_t lacked() const;

  /// What a revision names; nothing if there is none, it begins with `-`, or it is no commit.
  std::optional<GitCommit> commit(std::string_view revision) const;
  /// All that lead to a commit, sorted by name. Branches are the local ones, and those of `origin`
  /// that no local one has the name of.
  std::vector<GitRef> tags() const;
  std::vector<GitRef> branches() const;
  /// When a tag object was made; nothing if the tag names a commit itself.
  std::optional<int64_t> tagged(const GitRef& tag) const;
  /// `head` (an id) and its first parents, `most` at most. One process.
  FirstParents first_parents(const std::string& head, size_t most) const;
  /// The best common ancestor of two commits; nothing if they have none.
  std::optional<std::string> merge_base(const std::string& a, const std::string& b) const;

  /// The files of `folder` (as in tree()) that differ between two trees (GitCommit::tree; empty:
  /// one without files), by path. Folders that are the same are not read.
  std::vector<GitChange> changes(const std::string& before, const std::string& after,
                                 std::string_view folder) const;
  FileBytes read_blob(const std::string& id, uint64_t limit) const;

  /// The name of the tree of a folder beneath a tree (GitCommit::tree); empty if there is none.
  std::string folder_id(const std::string& tree, std::string_view folder) const;

  /// A folder of a commit as a tree of files, as a checkout without its filters would have it:
  /// `folder` is empty or ends in `/`. A submodule is an empty folder. A file's
  /// TreeEntry::content is the name of its blob. Null if the commit has no such folder. The
  /// repository must outlive it, and does: it is kept.
  static std::shared_ptr<const SourceTree> tree(std::shared_ptr<const GitRepository> repository,
                                                const std::string& commit,
                                                const std::string& folder);
  /// The same of a tree (GitCommit::tree).
  static std::shared_ptr<const SourceTree> tree_of(std::shared_ptr<const GitRepository> repository,
                                                   const std::string& tree,
                                                   const std::string& folder);

 private:
  struct State;
  explicit GitRepository(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace milepost
