// Packs a site with libzip, which only this file names.
#include "publish/site_zip.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <vector>

namespace milepost {
namespace {

// As the format has them: 1 January 1980, midnight. libzip would turn a time_t into local time.
constexpr zip_uint16_t kDay = 0x21, kMidnight = 0;
constexpr zip_uint32_t kRights = (S_IFREG | 0644U) << 16U;
constexpr zip_uint32_t kLevel = 6;

struct FreeText {
  void operator()(char* text) const { std::free(text); }
};

std::string real_path(const std::string& path) {
  const std::unique_ptr<char, FreeText> real(::realpath(path.c_str(), nullptr));
  return real ? std::string(real.get()) : std::string();
}

struct Place {
  std::string parent, name;  // the real folder, the file in it
};

Place place_of(std::string_view file, std::string_view working_directory) {
  const std::string path =
      file.starts_with('/') ? std::string(file) : fmt::format("{}/{}", working_directory, file);
  const size_t slash = path.rfind('/');
  return {real_path(slash == 0 ? "/" : path.substr(0, slash)), path.substr(slash + 1)};
}

bool is_in(std::string_view path, std::string_view folder) {
  return path == folder || folder == "/" ||
         (path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/');
}

bool is_zip(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
  if (fd < 0) return false;
  std::array<char, 4> begin{};
  const ssize_t got = ::read(fd, begin.data(), begin.size());
  ::close(fd);
  const std::string_view magic(begin.data(), got > 0 ? static_cast<size_t>(got) : 0);
  return magic == std::string_view("PK\x03\x04", 4) || magic == std::string_view("PK\x05\x06", 4);
}

/// Throws away what it holds unless it was closed.
class Archive {
 public:
  explicit Archive(const std::string& path) {
    int code = 0;
    archive_ = ::zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (archive_ == nullptr) {
      zip_error_t error;
      ::zip_error_init_with_code(&error, code);
      problem_ = ::zip_error_strerror(&error);
      ::zip_error_fini(&error);
    }
  }
  /// In memory.
  Archive() {
    zip_error_t error;
    ::zip_error_init(&error);
    memory_ = ::zip_source_buffer_create(nullptr, 0, 0, &error);
    if (memory_ != nullptr) archive_ = ::zip_open_from_source(memory_, ZIP_TRUNCATE, &error);
    if (archive_ == nullptr) {
      problem_ = ::zip_error_strerror(&error);
    } else {
      ::zip_source_keep(memory_);  // past close()
    }
    ::zip_error_fini(&error);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;
  ~Archive() {
    if (archive_ != nullptr) ::zip_discard(archive_);
    if (memory_ != nullptr) ::zip_source_free(memory_);
  }

  bool ok() const { return problem_.empty(); }
  const std::string& problem() const { return problem_; }

  void add(const std::string& name, const std::string& from) {
    if (!ok()) return;
    // Read when the archive is closed; one file is open at a time.
    add_source(name, ::zip_source_file(archive_, from.c_str(), 0, -1));
  }

  /// Bytes that stay where they are until close().
  void add_bytes(const std::string& name, std::string_view bytes) {
    if (!ok()) return;
    add_source(name, ::zip_source_buffer(archive_, bytes.data(), bytes.size(), 0));
  }

  void close() {
    if (!ok()) return;
    if (::zip_close(archive_) != 0) return fail();
    archive_ = nullptr;
  }

  /// What was written to memory, once it is closed.
  std::string bytes() {
    std::string whole;
    zip_stat_t stat;
    if (!ok() || ::zip_source_open(memory_) != 0) return whole;
    if (::zip_source_stat(memory_, &stat) == 0 && (stat.valid & ZIP_STAT_SIZE) != 0) {
      whole.resize(stat.size);
      if (::zip_source_read(memory_, whole.data(), whole.size()) !=
          static_cast<zip_int64_t>(whole.size())) {
        whole.clear();
      }
    }
    ::zip_source_close(memory_);
    if (whole.empty()) problem_ = "there is not enough memory";
    return whole;
  }

 private:
  void add_source(const std::string& name, zip_source_t* source) {
    if (source == nullptr) return fail();
    const zip_int64_t at =
        ::zip_file_add(archive_, name.c_str(), source, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE);
    if (at < 0) {
      ::zip_source_free(source);
      return fail();
    }
    const auto index = static_cast<zip_uint64_t>(at);
    if (::zip_file_set_dostime(archive_, index, kMidnight, kDay, 0) != 0 ||
        ::zip_file_set_external_attributes(archive_, index, 0, ZIP_OPSYS_UNIX, kRights) != 0 ||
        ::zip_set_file_compression(archive_, index, ZIP_CM_DEFLATE, kLevel) != 0) {
      fail();
    }
  }

  void fail() { problem_ = ::zip_strerror(archive_); }

  zip_t* archive_ = nullptr;
  zip_source_t* memory_ = nullptr;
  std::string problem_;
};

}  // namespace

std::optional<Refusal> check_zip(std::string_view file, const TargetContext& context,
                                 std::span<const std::string> sites) {
  const auto refuse = [&](std::string_view why, std::string_view help) {
    return Refusal{fmt::format("will not write the zip to `{}`: {}", file, why), std::string(help)};
  };
  const Place place = place_of(file, context.working_directory);
  const std::string elsewhere = "name a file outside of it, for example `--zip ../site.zip`";
  if (place.name.empty() || place.name == "." || place.name == ".." ||
      file.find('\0') != std::string_view::npos) {
    return refuse("it is no name of a file", "for example `--zip ../site.zip`");
  }
  if (place.parent.empty()) return refuse("its folder does not exist", "make the folder first");
  const std::string path =
      fmt::format("{}/{}", place.parent == "/" ? "" : place.parent, place.name);
  for (const std::string& source : context.sources) {
    if (is_in(path, source)) return refuse("it lies in the folder that is compiled", elsewhere);
  }
  for (const std::string& site : sites) {
    if (is_in(path, site)) return refuse("it lies in the folder of the site", elsewhere);
  }
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0) return std::nullopt;
  if (!S_ISREG(info.st_mode)) return refuse("it is there, and is no file", elsewhere);
  if (!is_zip(path)) {
    return refuse("it is there, and is no zip", "delete it, or name another file");
  }
  return std::nullopt;
}

std::string zip_of_files(std::span<const ZipFile> files, std::string& problem) {
  std::vector<ZipFile> sorted(files.begin(), files.end());
  std::ranges::sort(sorted, {}, &ZipFile::name);
  Archive archive;
  for (const ZipFile& file : sorted) archive.add_bytes(std::string(file.name), file.bytes);
  archive.close();
  std::string bytes = archive.bytes();
  problem = archive.problem();
  return bytes;
}

std::string write_zip(const std::string& site, std::span<const std::string> paths,
                      const std::string& file) {
  std::vector<std::string> sorted(paths.begin(), paths.end());
  std::ranges::sort(sorted);
  const std::string staged = file + ".milepost";
  Archive archive(staged);
  for (const std::string& path : sorted) archive.add(path, fmt::format("{}/{}", site, path));
  archive.close();
  std::string problem = archive.problem();
  if (problem.empty()) {
    // libzip's own temporary file may be read by nobody else.
    const mode_t mask = ::umask(0);
    ::umask(mask);
    if (::chmod(staged.c_str(), 0666 & ~mask) != 0 || ::rename(staged.c_str(), file.c_str()) != 0) {
      problem = std::strerror(errno);
    }
  }
  if (!problem.empty()) ::unlink(staged.c_str());
  return problem;
}

}  // namespace milepost
