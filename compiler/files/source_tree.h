// Read access to a tree of files: the one small interface behind which disk, memory and git stand.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace milepost {

enum class EntryKind : uint8_t {
  file,
  directory,
  symlink,
  special
};  // special: FIFO, socket, device

struct TreeEntry {
  std::string name;  // one path part, as the file system has it (any bytes but `/` and NUL)
  EntryKind kind = EntryKind::file;
  uint64_t size = 0;  // in bytes, of regular files
  /// Names the bytes: two files of one run with the same are the same. Empty: not known.
  std::string content = {};
};

enum class TreeError : uint8_t {
  none,
  not_found,
  denied,       // no permission
  not_regular,  // a symlink, FIFO, device or folder where a regular file was asked for
  too_large,    // over the limit that was asked for
  failed,       // anything else; the detail says what the system said
};

struct Listing {
  TreeError error = TreeError::none;
  std::string detail;              // what the system said, for a message; empty if no error
  std::vector<TreeEntry> entries;  // sorted by name (bytewise); what was readable before an error
};

struct FileBytes {
  TreeError error = TreeError::none;
  std::string detail;
  std::string bytes;  // empty on error
};

/// Paths are relative with `/` between their parts; "" is the root. No implementation follows a
/// symlink beneath the root or opens anything but regular files and folders. All members may be
/// called from any number of threads at once.
class SourceTree {
 public:
  virtual ~SourceTree() = default;
  virtual Listing list(std::string_view folder) const = 0;
  /// The whole file; `too_large` without reading it if it has more than `limit` bytes.
  virtual FileBytes read(std::string_view path, uint64_t limit) const = 0;
};

/// A tree for tests and for text that never was on disk.
class MemoryTree : public SourceTree {
 public:
  /// Adds or replaces a file; its folders come by themselves.
  void add(std::string path, std::string bytes);
  /// Adds something that is no regular file, or a file whose size is claimed but not held.
  void add_entry(std::string path, EntryKind kind, uint64_t size = 0);
  /// Makes reading or listing `path` fail.
  void fail(std::string path, TreeError error);

  Listing list(std::string_view folder) const override;
  FileBytes read(std::string_view path, uint64_t limit) const override;

 private:
  struct Node {
    EntryKind kind = EntryKind::file;
    uint64_t size = 0;
    std::string bytes;
    TreeError error = TreeError::none;
  };
  std::map<std::string, Node, std::less<>> nodes_;
};

}  // namespace milepost
