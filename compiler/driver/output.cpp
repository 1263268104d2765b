// Writing for people and to single files.
#include "driver/output.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <system_error>

#include "driver/command_line.h"

namespace milepost {
namespace {

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t done = ::write(fd, bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(done));
  }
  return true;
}

std::string system_reason() {
  return std::error_code(errno, std::generic_category()).message();
}

// A reader that went away (`milepost check | head`) is no failure of ours.
void say(int fd, std::string_view text) {
  static const bool for_runner = std::getenv("GITHUB_ACTIONS") != nullptr;
  if (for_runner) {
    (void)write_all(fd, without_runner_commands(text));
  } else {
    (void)write_all(fd, text);
  }
}

}  // namespace

void print_out(std::string_view text) {
  say(STDOUT_FILENO, text);
}

void print_error(std::string_view text) {
  say(STDERR_FILENO, text);
}

void print_data(std::string_view bytes) {
  (void)write_all(STDOUT_FILENO, bytes);
}

std::string without_runner_commands(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool begins = true;  // nothing but spaces of any script stands before it on its line
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const std::string_view rest = text.substr(i);
    out += c;
    if ((begins && rest.starts_with("::")) || rest.starts_with("##[")) out += ' ';
    if (c == '\n' || c == '\r') {
      begins = true;
    } else if (c > ' ' && c < '\x7f') {
      begins = false;
    }
  }
  return out;
}

bool write_file(const std::string& path, std::string_view bytes, bool replace,
                std::string& problem) {
  struct stat info {};
  const bool exists = ::lstat(path.c_str(), &info) == 0;
  if (exists && !replace) {
    problem = fmt::format("`{}` exists already", path);
    return false;
  }
  if (exists && !S_ISREG(info.st_mode)) {
    problem = fmt::format("`{}` is not a regular file", path);
    return false;
  }
  std::string temporary = fmt::format("{}.XXXXXX", path);
  const int fd = ::mkstemp(temporary.data());
  if (fd < 0) {
    problem = fmt::format("cannot write `{}`: {}", path, system_reason());
    return false;
  }
  const mode_t mode = exists ? info.st_mode & 07777 : 0644;
  const bool written = write_all(fd, bytes) && ::fchmod(fd, mode) == 0 && ::fsync(fd) == 0;
  const bool closed = ::close(fd) == 0;
  // link() refuses to replace, rename() replaces.
  const bool placed = written && closed &&
                      (replace ? ::rename(temporary.c_str(), path.c_str()) == 0
                               : ::link(temporary.c_str(), path.c_str()) == 0);
  if (!placed) problem = fmt::format("cannot write `{}`: {}", path, system_reason());
  if (!placed || !replace) ::unlink(temporary.c_str());
  return placed;
}

int deliver(const std::string& path, std::string_view bytes) {
  if (path.empty() || path == "-") {
    print_data(bytes);
    return kDone;
  }
  std::string problem;
  if (write_file(path, bytes, true, problem)) return kDone;
  print_error(fmt::format("milepost: {}\n", problem));
  return kEnvironment;
}

}  // namespace milepost
