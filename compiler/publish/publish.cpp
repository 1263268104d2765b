// Staging, hard links to what did not change, and the swap.
#include "publish/publish.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <mutex>
#include <set>
#include <unordered_map>
#include <utility>
#include <vector>

#include "text/ascii.h"
#include "text/sha256.h"

namespace milepost {
namespace {

constexpr mode_t kFileMode = 0644;
constexpr mode_t kFolderMode = 0755;
constexpr size_t kMostKept = 64u << 20;  // bytes of files that later ones may be like

class FileHandle {
 public:
  explicit FileHandle(int fd = -1) : fd_(fd) {}
  FileHandle(FileHandle&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  FileHandle& operator=(FileHandle&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~FileHandle() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }
  bool ok() const { return fd_ >= 0; }

 private:
  int fd_;
};

std::string reason(int error) {
  switch (error) {
    case ENOSPC:
    case EDQUOT:
      return "the disk is full";
    case EACCES:
    case EPERM:
      return "permission denied";
    case EROFS:
      return "the file system is read-only";
    case ENAMETOOLONG:
      return "the name is too long";
    default:
      return fmt::format("error {}", error);
  }
}

/// Removes all below `folder` of `at`, and it. Only ever called on staging folders that open()
/// made.
void remove_tree(int at, const std::string& folder) {
  // Depth-first without recursion: a folder is listed again until it is empty.
  std::vector<std::string> stack{folder};
  while (!stack.empty()) {
    const std::string path = stack.back();
    FileHandle fd(::openat(at, path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!fd.ok()) {
      ::unlinkat(at, path.c_str(), 0);
      stack.pop_back();
      continue;
    }
    const int listing = ::dup(fd.get());
    DIR* dir = ::fdopendir(listing);
    std::vector<std::string> folders;
    if (dir != nullptr) {
      while (const dirent* entry = ::readdir(dir)) {
        const std::string_view name = entry->d_name;
        if (name == "." || name == "..") continue;
        if (::unlinkat(fd.get(), entry->d_name, 0) != 0)
          folders.push_back(fmt::format("{}/{}", path, name));
      }
      ::closedir(dir);
    }
    if (folders.empty() || ::unlinkat(at, path.c_str(), AT_REMOVEDIR) == 0) {
      ::unlinkat(at, path.c_str(), AT_REMOVEDIR);
      stack.pop_back();
    } else {
      // A folder that cannot be emptied must not keep us here for ever.
      if (stack.size() > 64) return;
      stack.insert(stack.end(), folders.begin(), folders.end());
    }
  }
}

std::vector<std::string> folders_of(const std::set<std::string>& paths) {
  std::set<std::string> folders;
  for (const std::string& path : paths) {
    for (size_t slash = path.rfind('/'); slash != std::string::npos && slash > 0;
         slash = path.rfind('/', slash - 1)) {
      folders.insert(path.substr(0, slash));
    }
  }
  // Inner ones first.
  return {folders.rbegin(), folders.rend()};
}

}  // namespace

struct Publisher::State {
  Keep taker;  // then there is no folder
  OutputTarget target;
  std::string sibling;  // ".<name>.milepost"
  FileHandle parent, side, lock, stage, old;
  std::mutex mutex;
  Manifest manifest;
  uint32_t written = 0;
  std::string problem;
  bool finished = false;
  bool share = false;
  std::unordered_map<std::string, std::string> by_hash;  // of files in the stage: a path
  std::unordered_map<std::string, std::string> kept;     // bytes of files in the stage, by path
  size_t kept_bytes = 0;

  bool fail(std::string_view what, std::string_view path, int error) {
    const std::lock_guard guard(mutex);
    if (problem.empty()) problem = fmt::format("cannot {} `{}`: {}", what, path, reason(error));
    return false;
  }

  bool make_folders(std::string_view path) {
    for (size_t slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1)) {
      const std::string folder(path.substr(0, slash));
      if (::mkdirat(stage.get(), folder.c_str(), kFolderMode) != 0 && errno != EEXIST) {
        return fail("make the folder", folder, errno);
      }
    }
    return true;
  }

  /// True if the old site has exactly these bytes there.
  bool is_unchanged(const std::string& path, std::string_view bytes) const {
    if (!old.ok()) return false;
    const auto entry = target.manifest.find(path);
    if (entry == target.manifest.end() || entry->second.size != bytes.size()) return false;
    const FileHandle file(::openat(old.get(), path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file.ok()) return false;
    std::string buffer(std::min<size_t>(bytes.size() + 1, 256 << 10), '\0');
    for (size_t at = 0;;) {
      const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return got == 0 && at == bytes.size();
      const auto count = static_cast<size_t>(got);
      if (count > bytes.size() - at || std::memcmp(buffer.data(), bytes.data() + at, count) != 0)
        return false;
      at += count;
    }
  }

  /// Of the old site, if the file is what its manifest says.
  std::optional<std::string> read_old(const std::string& path) const {
    if (!old.ok()) return std::nullopt;
    const auto entry = target.manifest.find(path);
    if (entry == target.manifest.end() || entry->second.size > kMostKept) return std::nullopt;
    const FileHandle file(::openat(old.get(), path.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    if (!file.ok()) return std::nullopt;
    // One more shows that the file is longer.
    std::string bytes(entry->second.size + 1, '\0');
    size_t at = 0;
    while (at < bytes.size()) {
      const ssize_t got = ::read(file.get(), bytes.data() + at, bytes.size() - at);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      at += static_cast<size_t>(got);
    }
    bytes.resize(at);
    if (at != entry->second.size || sha256_hex(bytes) != entry->second.sha256) return std::nullopt;
    return bytes;
  }

  bool create(const std::string& path, std::string_view bytes) {
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    int fd = ::openat(stage.get(), path.c_str(), flags, kFileMode);
    if (fd < 0 && errno == ENOENT) {
      if (!make_folders(path)) return false;
      fd = ::openat(stage.get(), path.c_str(), flags, kFileMode);
    }
    const FileHandle file(fd);
    if (!file.ok()) return fail("write", path, errno);
    while (!bytes.empty()) {
      const ssize_t done = ::write(file.get(), bytes.data(), bytes.size());
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) return fail("write", path, errno);
      bytes.remove_prefix(static_cast<size_t>(done));
    }
    return true;
  }

  bool link_old(const std::string& path) {
    if (::linkat(old.get(), path.c_str(), stage.get(), path.c_str(), 0) == 0) return true;
    if (errno != ENOENT || !make_folders(path)) return false;
    return ::linkat(old.get(), path.c_str(), stage.get(), path.c_str(), 0) == 0;
  }

  /// True if a file of these bytes is in the stage already, and `path` is now a link to it.
  bool link_equal(const std::string& path, const std::string& sha256) {
    std::string equal;
    {
      const std::lock_guard guard(mutex);
      const auto at = by_hash.find(sha256);
      if (at == by_hash.end()) return false;
      equal = at->second;
    }
    return link_staged(equal, path);
  }

  bool link_staged(const std::string& equal, const std::string& path) {
    const auto link = [&] {
      return ::linkat(stage.get(), equal.c_str(), stage.get(), path.c_str(), 0) == 0;
    };
    if (link()) return true;
    // Too many links to one file is no failure: it is written anew.
    return errno == ENOENT && make_folders(path) && link();
  }

  /// The bytes of `like`, which are not kept any longer; empty: they were not.
  std::string take_kept(const std::string& like) {
    std::string bytes;
    const std::lock_guard guard(mutex);
    if (auto found = kept.extract(like)) {
      bytes = std::move(found.mapped());
      kept_bytes -= bytes.size();
    }
    return bytes;
  }

  /// Call with the mutex.
  void keep(const std::string& path, std::string bytes) {
    if (kept_bytes + bytes.size() > kMostKept) return;
    kept_bytes += bytes.size();
    kept.insert_or_assign(path, std::move(bytes));
  }

  /// True if `path` is now a link to the file of this build that has these bytes, its own.
  bool write_same(const std::string& path, const std::string& like, std::string&& bytes) {
    if (!link_staged(like, path)) return false;
    const std::lock_guard guard(mutex);
    ManifestEntry entry = manifest.at(like);
    const auto before = target.manifest.find(path);
    if (before == target.manifest.end() || before->second.sha256 != entry.sha256) ++written;
    manifest.emplace(path, std::move(entry));
    keep(path, std::move(bytes));
    return true;
  }

  /// The old site now lies where the stage was: its files go, by its own list.
  bool delete_old() {
    std::set<std::string> paths;
    for (const auto& [path, entry] : target.manifest) {
      ::unlinkat(old.get(), path.c_str(), 0);
      paths.insert(path);
    }
    ::unlinkat(old.get(), std::string(kManifestName).c_str(), 0);
    for (const std::string& folder : folders_of(paths)) {
      ::unlinkat(old.get(), folder.c_str(), AT_REMOVEDIR);
    }
    return ::unlinkat(side.get(), "stage", AT_REMOVEDIR) == 0;
  }

  void close_side(bool keep) {
    stage = FileHandle();
    old = FileHandle();
    if (!keep) remove_tree(side.get(), "stage");
    ::unlinkat(side.get(), "lock", 0);
    ::unlinkat(parent.get(), sibling.c_str(), AT_REMOVEDIR);
  }
};

Publisher::Publisher(std::unique_ptr<State> state) : state_(std::move(state)) {}

Publisher::~Publisher() {
  if (state_ && !state_->finished && !state_->taker) state_->close_side(false);
}

Publisher::Opened Publisher::open(OutputTarget target) {
  auto state = std::make_unique<State>();
  State& s = *state;
  s.target = std::move(target);
  s.sibling = fmt::format(".{}.milepost", s.target.name);
  s.parent = FileHandle(::open(s.target.parent.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!s.parent.ok())
    return {nullptr, fmt::format("cannot open `{}`: {}", s.target.parent, reason(errno))};
  if (::mkdirat(s.parent.get(), s.sibling.c_str(), 0700) != 0 && errno != EEXIST) {
    return {nullptr,
            fmt::format("cannot make `{}` in `{}`: {}", s.sibling, s.target.parent, reason(errno))};
  }
  constexpr int folder_flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
  s.side = FileHandle(::openat(s.parent.get(), s.sibling.c_str(), folder_flags));
  if (!s.side.ok())
    return {nullptr, fmt::format("`{}` beside the site is not a folder", s.sibling)};
  // A lock file that is removed by its holder may be locked by one that waited: then take the new
  // one.
  for (int attempt = 0; attempt < 8; ++attempt) {
    s.lock =
        FileHandle(::openat(s.side.get(), "lock", O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!s.lock.ok() || ::flock(s.lock.get(), LOCK_EX | LOCK_NB) != 0) {
      return {nullptr, fmt::format("another build is writing `{}`", s.target.name)};
    }
    struct stat held {};
    struct stat named {};
    if (::fstat(s.lock.get(), &held) == 0 &&
        ::fstatat(s.side.get(), "lock", &named, AT_SYMLINK_NOFOLLOW) == 0 &&
        held.st_ino == named.st_ino) {
      break;
    }
    if (attempt == 7) return {nullptr, fmt::format("another build is writing `{}`", s.target.name)};
  }
  // Where the swap took two renames and a kill came between them, the old site waits here.
  if (!s.target.exists &&
      ::renameat(s.side.get(), "old", s.parent.get(), s.target.name.c_str()) == 0) {
    s.target.exists = true;
  }
  remove_tree(s.side.get(), "stage");
  if (::mkdirat(s.side.get(), "stage", kFolderMode) != 0) {
    return {nullptr, fmt::format("cannot make the staging folder: {}", reason(errno))};
  }
  s.stage = FileHandle(::openat(s.side.get(), "stage", folder_flags));
  if (s.target.exists)
    s.old = FileHandle(::openat(s.parent.get(), s.target.name.c_str(), folder_flags));
  if (!s.stage.ok()) return {nullptr, "cannot open the staging folder"};
  return {std::unique_ptr<Publisher>(new Publisher(std::move(state))), {}};
}

void Publisher::share_equal_files() {
  state_->share = true;
}

std::unique_ptr<Publisher> Publisher::to(Keep keep) {
  auto state = std::make_unique<State>();
  state->taker = std::move(keep);
  return std::unique_ptr<Publisher>(new Publisher(std::move(state)));
}

bool Publisher::write(std::string_view path, std::string_view bytes,
                      std::optional<std::string_view> like) {
  State& s = *state_;
  if (!is_site_path(path) || path == kManifestName) return s.fail("write", path, EINVAL);
  const std::string name(path);
  if (s.taker) {
    const std::lock_guard guard(s.mutex);
    s.manifest.emplace(name, ManifestEntry{bytes.size(), {}});
    ++s.written;
    s.taker(path, bytes);
    return true;
  }
  if (like && s.share) {
    const std::string other(*like);
    std::string likely = s.take_kept(other);
    if (!likely.empty() && likely == bytes && s.write_same(name, other, std::move(likely))) {
      return true;
    }
  }
  ManifestEntry entry{bytes.size(), sha256_hex(bytes)};
  const bool linked = s.is_unchanged(name, bytes) && s.link_old(name);
  const bool shared = !linked && s.share && s.link_equal(name, entry.sha256);
  if (!linked && !shared && !s.create(name, bytes)) return false;
  const std::lock_guard guard(s.mutex);
  if (!linked) ++s.written;
  if (s.share) s.by_hash.emplace(entry.sha256, name);
  if (like && s.share) s.keep(name, std::string(bytes));
  s.manifest.emplace(name, std::move(entry));
  return s.problem.empty();
}

std::optional<std::string> Publisher::old_file(std::string_view path) const {
  return state_->read_old(std::string(path));
}

bool Publisher::keep_folder(std::string_view folder) {
  State& s = *state_;
  const Manifest& before = s.target.manifest;
  const auto first = before.lower_bound(std::string(folder));
  auto last = first;
  for (; last != before.end() && last->first.starts_with(folder); ++last) {
    if (!s.read_old(last->first)) return false;
  }
  if (first == last) return false;
  for (auto at = first; at != last; ++at) {
    if (!s.link_old(at->first)) {
      // The file system may know no links, or not so many to one file.
      const std::optional<std::string> bytes = s.read_old(at->first);
      if (!bytes || !s.create(at->first, *bytes)) return s.fail("keep", at->first, errno);
    }
    const std::lock_guard guard(s.mutex);
    if (s.share) s.by_hash.emplace(at->second.sha256, at->first);
    s.manifest.insert(*at);
  }
  return true;
}

PublishResult Publisher::finish() {
  State& s = *state_;
  s.finished = true;
  PublishResult result;
  const auto give_up = [&] {
    result.problem = s.problem;
    if (!s.taker) s.close_side(false);
    return result;
  };
  if (!s.problem.empty()) return give_up();
  result.files = static_cast<uint32_t>(s.manifest.size());
  result.written = s.written;
  for (const auto& [path, entry] : s.manifest) result.paths.push_back(path);
  if (s.taker) return result;
  if (!s.create(std::string(kManifestName), print_manifest(s.manifest))) return give_up();
  // One flush of the file system instead of one a file: nothing is named before its bytes are down.
  if (::syncfs(s.stage.get()) != 0) {
    s.fail("flush", s.target.name, errno);
    return give_up();
  }
  const char* name = s.target.name.c_str();
  if (!s.old.ok()) {
    if (::renameat2(s.side.get(), "stage", s.parent.get(), name, RENAME_NOREPLACE) != 0 &&
        ::renameat(s.side.get(), "stage", s.parent.get(), name) != 0) {
      s.fail("put in place", s.target.name, errno);
      return give_up();
    }
    ::fsync(s.parent.get());
    s.close_side(false);
    return result;
  }
  if (::renameat2(s.side.get(), "stage", s.parent.get(), name, RENAME_EXCHANGE) != 0) {
    // No exchange on this file system: two renames, and open() mends what a kill leaves between
    // them.
    if (::renameat(s.parent.get(), name, s.side.get(), "old") != 0 ||
        ::renameat(s.side.get(), "stage", s.parent.get(), name) != 0) {
      s.fail("put in place", s.target.name, errno);
      ::renameat(s.side.get(), "old", s.parent.get(), name);
      return give_up();
    }
    ::renameat(s.side.get(), "old", s.side.get(), "stage");
  }
  ::fsync(s.parent.get());
  const bool gone = s.delete_old();
  if (!gone) {
    result.warning = fmt::format(
        "`{}/stage` keeps files that appeared in the old site during the build", s.sibling);
  }
  s.close_side(!gone);
  return result;
}

}  // namespace milepost
