// Opens and reads beneath one folder, never through a symlink and never what could block.
#include "files/disk.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

namespace milepost {
namespace {

// An open file descriptor.
class Descriptor {
 public:
  explicit Descriptor(int value) : value_(value) {}
  ~Descriptor() {
    if (value_ >= 0) ::close(value_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }
  int release() { return std::exchange(value_, -1); }
  void swap(Descriptor& other) { std::swap(value_, other.value_); }
  explicit operator bool() const { return value_ >= 0; }

 private:
  int value_;
};

TreeError error_of(int number) {
  switch (number) {
    case ENOENT:
      return TreeError::not_found;
    case EACCES:
    case EPERM:
      return TreeError::denied;
    case ELOOP:    // a symlink
    case EXDEV:    // a way out of the root
    case ENOTDIR:  // a file where a folder was wanted
    case EISDIR:
    case ENXIO:  // a socket or an unreadable device
      return TreeError::not_regular;
    default:
      return TreeError::failed;
  }
}

std::string text_of(int number) {
  return std::generic_category().message(number);
}

int open_by_openat2(int root, const std::string& path, int flags) {
  open_how how{};
  how.flags = static_cast<unsigned>(flags);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS;
  // A rename elsewhere in the tree at the same moment makes the kernel ask for another try.
  constexpr int kTries = 16;
  int result = -1;
  for (int i = 0; i < kTries; ++i) {
    result = static_cast<int>(::syscall(SYS_openat2, root, path.c_str(), &how, sizeof how));
    if (result >= 0 || (errno != EAGAIN && errno != EINTR)) break;
  }
  return result;
}

int open_part_by_part(int root, std::string_view path, int flags) {
  Descriptor folder(::fcntl(root, F_DUPFD_CLOEXEC, 0));
  while (folder) {
    const std::size_t slash = path.find('/');
    const bool last = slash == std::string_view::npos;
    const std::string part(path.substr(0, slash));
    if (part.empty() || part == "..") {
      errno = EXDEV;
      return -1;
    }
    const int part_flags = last ? flags : O_PATH | O_DIRECTORY;
    Descriptor next(::openat(folder.get(), part.c_str(), part_flags | O_NOFOLLOW | O_CLOEXEC));
    if (!next) return -1;
    if (last) return next.release();
    folder.swap(next);
    path.remove_prefix(slash + 1);
  }
  return -1;
}

EntryKind kind_of(mode_t mode) {
  if (S_ISREG(mode)) return EntryKind::file;
  if (S_ISDIR(mode)) return EntryKind::directory;
  if (S_ISLNK(mode)) return EntryKind::symlink;
  return EntryKind::special;
}

}  // namespace

DiskTree::DiskTree(const std::string& root) {
  root_ = ::open(root.empty() ? "." : root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (root_ < 0) {
    error_ = error_of(errno);
    detail_ = text_of(errno);
    return;
  }
  // Kernels before 5.6 and some sandboxes have no openat2.
  const Descriptor probe(open_by_openat2(root_, ".", O_PATH | O_DIRECTORY | O_CLOEXEC));
  has_openat2_ = static_cast<bool>(probe);
}

DiskTree::~DiskTree() {
  if (root_ >= 0) ::close(root_);
}

int DiskTree::open_beneath(std::string_view path, int flags) const {
  const std::string name = path.empty() ? "." : std::string(path);
  if (name.front() == '/' || name.find('\0') != std::string::npos) {
    errno = EXDEV;
    return -1;
  }
  return has_openat2_ ? open_by_openat2(root_, name, flags | O_CLOEXEC)
                      : open_part_by_part(root_, name, flags);
}

Listing DiskTree::list(std::string_view folder) const {
  Listing result;
  const auto fail = [&result](int number) {
    result.error = error_of(number);
    result.detail = text_of(number);
  };
  Descriptor opened(open_beneath(folder, O_RDONLY | O_DIRECTORY));
  if (!opened) {
    fail(errno);
    return result;
  }
  DIR* stream = ::fdopendir(opened.get());
  if (stream == nullptr) {
    fail(errno);
    return result;
  }
  const int descriptor = opened.release();  // closed with the stream
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(stream);
    if (entry == nullptr) {
      if (errno != 0) fail(errno);
      break;
    }
    const std::string_view name = entry->d_name;
    if (name == "." || name == "..") continue;
    struct stat info {};
    if (::fstatat(descriptor, entry->d_name, &info, AT_SYMLINK_NOFOLLOW) != 0) {
      if (errno != ENOENT) fail(errno);  // gone since it was listed: as if it never was
      continue;
    }
    const EntryKind kind = kind_of(info.st_mode);
    result.entries.push_back(
        {std::string(name), kind,
         kind == EntryKind::file ? static_cast<uint64_t>(info.st_size) : uint64_t{0}});
  }
  ::closedir(stream);
  std::ranges::sort(result.entries, {}, &TreeEntry::name);
  return result;
}

FileBytes DiskTree::read(std::string_view path, uint64_t limit) const {
  // Without O_NONBLOCK the open itself would wait for a FIFO's writer.
  Descriptor file(open_beneath(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW));
  if (!file) return {error_of(errno), text_of(errno), {}};
  struct stat info {};
  if (::fstat(file.get(), &info) != 0) return {error_of(errno), text_of(errno), {}};
  if (!S_ISREG(info.st_mode)) return {TreeError::not_regular, "not a regular file", {}};
  const uint64_t size = static_cast<uint64_t>(info.st_size);
  if (size > limit) return {TreeError::too_large, "file too large", {}};
  FileBytes result;
  // One byte more shows at once that the end was reached. A file that grows meanwhile is read to
  // the limit and no further.
  result.bytes.resize(static_cast<std::size_t>(size) + 1);
  std::size_t filled = 0;
  for (;;) {
    const ssize_t count =
        ::read(file.get(), result.bytes.data() + filled, result.bytes.size() - filled);
    if (count < 0) {
      if (errno == EINTR) continue;
      return {error_of(errno), text_of(errno), {}};
    }
    if (count == 0) break;
    filled += static_cast<std::size_t>(count);
    if (filled > limit) return {TreeError::too_large, "file too large", {}};
    if (filled == result.bytes.size()) result.bytes.resize(filled * 2);
  }
  result.bytes.resize(filled);
  return result;
}

}  // namespace milepost
