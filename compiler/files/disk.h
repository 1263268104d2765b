// The file system as a SourceTree, confined beneath one folder.
#pragma once

#include <string>
#include <string_view>

#include "files/source_tree.h"

namespace milepost {

/// Holds the root folder open. Everything is resolved beneath it without following symlinks
/// (openat2 where the kernel has it, else part by part); only what fstat calls a regular file is
/// read, and nothing blocks on a FIFO.
class DiskTree : public SourceTree {
 public:
  /// Opens `root` (relative to the working directory; the root itself may be reached through
  /// symlinks). Check `error()` before use.
  explicit DiskTree(const std::string& root);
  ~DiskTree() override;
  DiskTree(const DiskTree&) = delete;
  DiskTree& operator=(const DiskTree&) = delete;

  TreeError error() const { return error_; }
  const std::string& detail() const { return detail_; }

  Listing list(std::string_view folder) const override;
  FileBytes read(std::string_view path, uint64_t limit) const override;

 private:
  int open_beneath(std::string_view path, int flags) const;

  int root_ = -1;
  bool has_openat2_ = false;
  TreeError error_ = TreeError::none;
  std::string detail_;
};

}  // namespace milepost
